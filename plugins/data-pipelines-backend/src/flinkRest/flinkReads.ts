import { Reads } from '../serviceProxy/Read';
import { readCheckpointHistory } from './readCheckpointHistory';
import { readCheckpointStep, readCheckpointSteps } from './readCheckpointSteps';
import { readCheckpoints } from './readCheckpoints';
import { readException } from './readException';
import { readFailures } from './readFailures';
import { readGraph } from './readGraph';
import { readInterval } from './readInterval';
import { readJobs } from './readJobs';
import { readLag, readLagMetrics } from './readLag';
import { readRestarts } from './readRestarts';
import { readSavepoint } from './readSavepoint';
import { readVertexMetrics, VERTEX_METRICS } from './readVertexMetrics';
import { readWatermark } from './readWatermark';

/**
 * All that may be read of Flink's REST. Old versions end jobs by a GET, so
 * nothing is here that was not looked up.
 */
export const FLINK_READS = {
  jobs: { path: '/jobs/overview', parse: readJobs },
  checkpoints: { path: '/jobs/:job/checkpoints', parse: readCheckpoints },
  checkpointHistory: {
    path: '/jobs/:job/checkpoints',
    parse: readCheckpointHistory,
  },
  checkpointInterval: {
    path: '/jobs/:job/checkpoints/config',
    parse: readInterval,
  },
  checkpointSteps: {
    path: '/jobs/:job/checkpoints/details/:checkpoint',
    parse: readCheckpointSteps,
  },
  checkpointStep: {
    path: '/jobs/:job/checkpoints/details/:checkpoint/subtasks/:vertex',
    parse: readCheckpointStep,
  },
  restarts: {
    path: '/jobs/:job/metrics',
    query: { get: 'numRestarts' },
    parse: readRestarts,
  },
  exception: {
    path: '/jobs/:job/exceptions',
    query: { maxExceptions: '1' },
    parse: readException,
  },
  graph: { path: '/jobs/:job', parse: readGraph },
  failures: {
    path: '/jobs/:job/exceptions',
    query: { maxExceptions: '10' },
    parse: readFailures,
  },
  savepoint: {
    path: '/jobs/:job/savepoints/:trigger',
    parse: readSavepoint,
  },
  vertexMetrics: {
    path: '/jobs/:job/vertices/:vertex/subtasks/metrics',
    query: { get: VERTEX_METRICS },
    parse: readVertexMetrics,
  },
  lagMetrics: {
    path: '/jobs/:job/vertices/:vertex/subtasks/metrics',
    parse: readLagMetrics,
  },
  lag: {
    path: '/jobs/:job/vertices/:vertex/subtasks/metrics',
    query: { get: ':metrics' },
    parse: readLag,
  },
  watermark: {
    path: '/jobs/:job/vertices/:vertex/watermarks',
    parse: readWatermark,
  },
} as const satisfies Reads;

/** What may be read of Flink's REST. */
export type FlinkReads = typeof FLINK_READS;
