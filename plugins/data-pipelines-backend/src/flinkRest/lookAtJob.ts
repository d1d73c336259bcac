import {
  FlinkVertex,
  FlinkView,
  pressureSentence,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Ask, Look } from './Ask';
import { lagOf } from './lagOf';

/** Steps that are asked about; of a longer job only the graph is told. */
const MOST = 30;

/** The steps of a job with what they have to do, and what made it fail. */
export const lookAtJob: Look<FlinkView> = {
  name: 'job',
  notRunning:
    'The job does not run, and its Flink says something only while it does',
  nothing: { vertices: [], failures: [] },
  async ask(ask) {
    const failures = await ask('failures');
    const graph = await ask('graph');
    const vertices = await Promise.all(
      graph.map((vertex, i) => (i < MOST ? withMetrics(ask, vertex) : vertex)),
    );
    return { vertices, failures, pressure: pressureSentence(vertices) };
  },
};

async function withMetrics(
  ask: Ask,
  vertex: FlinkVertex,
): Promise<FlinkVertex> {
  const about = { vertex: vertex.id };
  const metrics = await ask('vertexMetrics', about);
  const watermark = await ask('watermark', about);
  const lag = await lagOf(ask, vertex);
  return { ...vertex, ...metrics, watermark, lag };
}
