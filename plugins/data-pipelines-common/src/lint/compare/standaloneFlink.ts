import { doing, Finding, info, warning } from './change';
import { savepointIn } from '../../resources/standaloneArgs';
import { equal } from './equal';
import { ruleFor } from './rule';

interface Container {
  args?: string[];
}

interface StatefulSetSpec {
  replicas: number;
  template: { spec?: { containers?: Container[] } };
}

/**
 * A job without an operator: the name that its JobManager keeps it under
 * decides what it starts from; its TaskManagers come back to it.
 */
export const standaloneFlink = ruleFor<StatefulSetSpec>({
  group: 'apps',
  kinds: ['StatefulSet'],
  changed: ({ before, after }) => {
    const [was, now] = [argsOf(before.spec), argsOf(after.spec)];
    if (!was || !now) return [];
    const [ran, runs] = [before.spec.replicas ?? 1, after.spec.replicas ?? 1];
    const isJobManager = now[0] === 'standalone-job';
    if (isJobManager && (ran === 0) !== (runs === 0)) return [suspended(runs)];
    if (isJobManager && clusterId(was) !== clusterId(now)) {
      return [anew(was, now)];
    }
    return runs === 0 || equal(before.spec.template, after.spec.template)
      ? []
      : [
          doing(
            'restarts-from-checkpoint',
            info(
              '',
              isJobManager
                ? 'the JobManager restarts and goes on from its last checkpoint'
                : 'the TaskManagers restart, and the job with them',
              'Nothing to do.',
            ),
          ),
        ];
  },
});

function suspended(replicas: number): Finding {
  return replicas === 0
    ? doing(
        'stops',
        info(
          'spec.replicas',
          'the job stops; its checkpoints stay',
          'Set suspended to false to go on.',
        ),
      )
    : doing(
        'starts',
        info(
          'spec.replicas',
          'the job goes on from its last checkpoint, or from startFrom',
          'Nothing to do.',
        ),
      );
}

function anew(was: string[], now: string[]): Finding {
  const [before, after] = [savepointIn(was), savepointIn(now)];
  const path = 'spec.template.spec.containers.args';
  if (after === undefined) {
    return doing(
      'restarts-empty',
      warning(
        path,
        'the job is another one now and starts empty',
        'Take a savepoint of the running job first and name it as startFrom.',
      ),
    );
  }
  const finding =
    after === before
      ? warning(
          path,
          `the job is another one now and starts from ${after} once more: what was done since is done again`,
          'Take a new savepoint of the running job first and name that as startFrom.',
        )
      : info(
          path,
          `the job is another one now and starts from ${after}`,
          'Nothing to do.',
        );
  return doing('restarts-from-savepoint', finding);
}

function argsOf({ template }: Partial<StatefulSetSpec>) {
  return template?.spec?.containers
    ?.map(({ args = [] }) => args)
    .find(([role]) => role === 'standalone-job' || role === 'taskmanager');
}

function clusterId(args: string[]) {
  return args.find(arg => arg.startsWith('-Dhigh-availability.cluster-id='));
}
