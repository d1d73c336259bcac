import { FlinkAnswer, Look } from './Ask';
import { sumOf } from './fields';
import { lagOf } from './lagOf';

/** Steps of a job among which its sources are looked for. */
const MOST = 100;

/** How far a job is behind what it reads. */
export interface LagAnswer extends FlinkAnswer {
  /** Of all sources that tell. */
  records?: number;
}

/** The records that a job has still to read. */
export const lookAtLag: Look<LagAnswer> = {
  name: 'lag',
  notRunning:
    'The job does not run, and its Flink says only then how far it is behind',
  nothing: {},
  async ask(ask) {
    const graph = await ask('graph');
    const lags = await Promise.all(
      graph.slice(0, MOST).map(vertex => lagOf(ask, vertex)),
    );
    return { records: sumOf(lags) };
  },
};
