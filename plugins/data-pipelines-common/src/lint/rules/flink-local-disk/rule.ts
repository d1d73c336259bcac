import {
  FlinkWorkload,
  flinkClusters,
  settingOf,
  valueOf,
} from '../../kinds/flink';
import { BACKEND } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const LOCAL = 'state.backend.rocksdb.localdir';

export const rule: LintRule = {
  id: 'flink-local-disk',
  summary: "RocksDB's files have a volume, or a share of the node's disk.",
  why: 'Without either they fill the disk of the node, and Kubernetes evicts pods there, this one first.',
  check: pipeline =>
    flinkClusters(pipeline)
      .filter(cluster => settingOf(cluster, ...BACKEND).value === 'rocksdb')
      .filter(
        cluster =>
          !cluster.taskManager?.ephemeralStorage && !hasVolume(cluster),
      )
      .flatMap(cluster =>
        violation((cluster.taskManager ?? cluster).object, {
          path: cluster.operated ? 'spec.taskManager' : 'spec.template.spec',
          problem:
            "RocksDB writes to the container's own disk, and nothing says how much it may take",
          remedy: 'Set state.local to a size, or taskManager.ephemeralStorage.',
          value: valueOf(cluster, 'state.local.size'),
        }),
      ),
};

function hasVolume({ settings, taskManager }: FlinkWorkload): boolean {
  const folder = settings.get(LOCAL);
  return (taskManager?.pod.spec?.containers ?? [])
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .some(({ mountPath }) => mountPath === folder);
}
