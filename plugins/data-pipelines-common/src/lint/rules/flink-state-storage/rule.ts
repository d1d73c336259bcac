import {
  FlinkWorkload,
  flinkWorkloads,
  isStateful,
  podsOf,
  settingOf,
  settingViolation,
} from '../../kinds/flink';
import {
  CHECKPOINTS_DIR,
  INTERVAL,
  SAVEPOINTS_DIR,
  STORAGE_DIR,
} from '../../kinds/flinkKeys';
import { isOnClaim } from '../../kinds/enginePod';
import { localFolder } from '../../kinds/folders';
import { LintRule } from '../../lintRule';

interface Place {
  what: string;
  keys: string[];
  /** Whether it has to be somewhere. */
  needed(workload: FlinkWorkload): boolean;
}

const PLACES: Place[] = [
  {
    what: 'checkpoints',
    keys: CHECKPOINTS_DIR,
    needed: workload => isStateful(workload) && workload.settings.has(INTERVAL),
  },
  {
    what: 'savepoints',
    keys: SAVEPOINTS_DIR,
    needed: ({ job, settings }) =>
      job?.upgradeMode === 'savepoint' ||
      settings.has('kubernetes.operator.periodic.savepoint.interval'),
  },
  { what: "the jobs' metadata", keys: [STORAGE_DIR], needed: () => false },
];

export const rule: LintRule = {
  id: 'flink-state-storage',
  summary: 'State is kept where it outlives every pod and each pod reaches it.',
  why: 'A folder of the container goes with the pod, and another TaskManager does not see it: the job cannot start from its own checkpoint.',
  check: pipeline =>
    flinkWorkloads(pipeline).flatMap(workload =>
      PLACES.flatMap(({ what, keys, needed }) => {
        const { key, value } = settingOf(workload, ...keys);
        if (value === undefined && !needed(workload)) return [];
        const folder = value && localFolder(value);
        if (value && (!folder || isOnClaim(podsOf(workload), folder))) {
          return [];
        }
        return settingViolation(workload, {
          key,
          problem: value
            ? `${what} go to ${value}, a folder that each pod has for itself and that goes with it`
            : `there is no place for ${what}`,
          remedy:
            'Set global.storage.uri to a bucket or to HDFS, or mount a claim there that all pods share.',
          field: value ? 'volumes' : 'upgrade',
        });
      }),
    ),
};
