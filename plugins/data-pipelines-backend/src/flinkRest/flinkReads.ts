import { Reads } from '../serviceProxy/Read';
import { readCheckpointHistory } from './readCheckpointHistory';
import { readCheckpoints } from './readCheckpoints';
import { readException } from './readException';
import { readInterval } from './readInterval';
import { readJobs } from './readJobs';
import { readRestarts } from './readRestarts';

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
} as const satisfies Reads;

/** What may be read of Flink's REST. */
export type FlinkReads = typeof FLINK_READS;
