import { doing, Finding, info, JobEffect, warning } from './change';
import { equal } from './equal';
import { FlinkJob, FlinkSpec, settingsOf } from './flinkSpec';
import { takesSavepointForVersion } from './flinkVersionChange';

type UpgradeMode = NonNullable<FlinkJob['upgradeMode']>;

/** The operator changes a running job by these without a restart. */
const LIVE =
  /^(kubernetes\.operator\.|job\.autoscaler\.|parallelism\.default$)/;

const FROM: Record<UpgradeMode, { words: string; effect: JobEffect }> = {
  savepoint: {
    words: 'from a savepoint that it takes first',
    effect: 'restarts-from-savepoint',
  },
  'last-state': {
    words: 'from its last checkpoint',
    effect: 'restarts-from-checkpoint',
  },
  stateless: { words: 'empty', effect: 'restarts-empty' },
};

/** What a change does to the running job. */
export function effectFindings(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const { job: was, job: { savepointRedeployNonce: nonce } = {} } = before;
  const now = after.job;
  if (!was || !now) {
    return equal(restarted(before), restarted(after))
      ? []
      : [
          doing(
            'restarts-from-checkpoint',
            warning(
              '',
              'the session cluster restarts with all its jobs',
              'Suspend its jobs first where they keep state.',
            ),
          ),
        ];
  }
  if (now.savepointRedeployNonce !== nonce) {
    return [
      doing(
        'restarts-from-savepoint',
        warning(
          'spec.job.savepointRedeployNonce',
          `the job is cancelled and starts from ${now.initialSavepointPath}: what it did since that savepoint is done again`,
          'Take a savepoint of the running job first.',
        ),
      ),
    ];
  }
  const { words, effect } =
    FROM[
      takesSavepointForVersion(before, after)
        ? 'savepoint'
        : now.upgradeMode ?? 'stateless'
    ];
  const [stopped, stops] = [was, now].map(job => job.state === 'suspended');
  if (!stopped && stops) {
    return [
      doing(
        'stops',
        info(
          'spec.job.state',
          now.upgradeMode === 'savepoint'
            ? 'the job stops with a savepoint'
            : 'the job stops',
          'Set it to running to go on.',
        ),
      ),
    ];
  }
  if (stopped) {
    return stops
      ? []
      : [
          doing(
            'starts',
            info(
              'spec.job.state',
              now.upgradeMode === 'savepoint' ||
                now.upgradeMode === 'last-state'
                ? 'the job goes on from where it stopped'
                : 'the job starts empty',
              'Nothing to do.',
            ),
          ),
        ];
  }
  return equal(restarted(before), restarted(after))
    ? []
    : [doing(effect, info('', `the job restarts ${words}`, 'Nothing to do.'))];
}

/** Everything but what the operator takes without a restart. */
function restarted(spec: FlinkSpec) {
  const { flinkConfiguration: _settings, job, ...rest } = spec;
  const {
    upgradeMode: _mode,
    allowNonRestoredState: _allowed,
    initialSavepointPath: _path,
    savepointTriggerNonce: _savepoint,
    checkpointTriggerNonce: _checkpoint,
    ...graph
  } = job ?? {};
  const settings = [...settingsOf(spec)].filter(([key]) => !LIVE.test(key));
  return { ...rest, graph, settings: settings.sort() };
}
