import { FlinkSpec, setting } from './flinkSpec';
import { compareVersions } from './version';

/**
 * Whether the operator takes a savepoint although the upgrade mode is
 * last-state: the records of high availability are of one version of Flink, so
 * for another one it does so of a job that runs and has a folder for it
 * (AbstractJobReconciler, 1.15.0). Otherwise it cancels the job and takes the
 * last checkpoint.
 */
export function takesSavepointForVersion(
  before: FlinkSpec,
  after: FlinkSpec,
): boolean {
  const [from, to] = [before.flinkVersion ?? '', after.flinkVersion ?? ''];
  return (
    after.job?.upgradeMode === 'last-state' &&
    from !== '' &&
    to !== '' &&
    compareVersions(from, to) !== 0 &&
    setting(
      before,
      'execution.checkpointing.savepoint-dir',
      'state.savepoints.dir',
    ) !== undefined
  );
}
