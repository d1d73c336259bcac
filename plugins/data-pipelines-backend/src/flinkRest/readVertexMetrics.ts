import { FlinkVertex } from '@headworks/backstage-plugin-data-pipelines-common';
import { listIn, numberIn } from './fields';

/** What is asked for of all subtasks of a step together. */
export const VERTEX_METRICS = [
  'busyTimeMsPerSecond',
  'backPressuredTimeMsPerSecond',
  'numRecordsInPerSecond',
  'numRecordsOutPerSecond',
].join();

interface Metric {
  id?: unknown;
  max?: unknown;
  sum?: unknown;
}

/** How much a step of a job has to do. */
export type VertexMetrics = Pick<
  FlinkVertex,
  'busy' | 'held' | 'takes' | 'gives'
>;

/** `/jobs/:job/vertices/:vertex/subtasks/metrics`. */
export function readVertexMetrics(json: unknown): VertexMetrics {
  const metrics = new Map(listIn<Metric>(json).map(one => [one.id, one]));
  const share = (id: string) => {
    const milliseconds = numberIn(metrics.get(id)?.max);
    // Flink measures a second that is not quite one.
    return milliseconds === undefined
      ? undefined
      : Math.min(1, Math.max(0, milliseconds / 1000));
  };
  const rate = (id: string) => numberIn(metrics.get(id)?.sum);
  return {
    busy: share('busyTimeMsPerSecond'),
    held: share('backPressuredTimeMsPerSecond'),
    takes: rate('numRecordsInPerSecond'),
    gives: rate('numRecordsOutPerSecond'),
  };
}
