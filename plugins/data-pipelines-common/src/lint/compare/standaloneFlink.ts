import { Finding, info, warning } from './change';
import { equal } from './equal';
import { ruleFor } from './rule';

interface Container {
  args?: string[];
}

interface StatefulSetSpec {
  replicas: number;
  template: { spec?: { containers?: Container[] } };
}

/** A JobManager without an operator: the name that it keeps its job under decides what it starts from. */
export const standaloneFlink = ruleFor<StatefulSetSpec>({
  group: 'apps',
  kinds: ['StatefulSet'],
  changed: ({ before, after }) => {
    const [was, now] = [argsOf(before.spec), argsOf(after.spec)];
    if (!was || !now) return [];
    if (clusterId(was) !== clusterId(now)) return [anew(was, now)];
    return equal(before.spec.template, after.spec.template)
      ? []
      : [
          info(
            '',
            'the JobManager restarts and goes on from its last checkpoint',
            'Nothing to do.',
          ),
        ];
  },
});

function anew(was: string[], now: string[]): Finding {
  const [before, after] = [savepoint(was), savepoint(now)];
  const path = 'spec.template.spec.containers.args';
  if (after === undefined) {
    return warning(
      path,
      'the job is another one now and starts empty',
      'Take a savepoint of the running job first and name it as startFrom.',
    );
  }
  return after === before
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
}

function argsOf({ template }: Partial<StatefulSetSpec>) {
  return template?.spec?.containers
    ?.map(({ args = [] }) => args)
    .find(args => args[0] === 'standalone-job');
}

function clusterId(args: string[]) {
  return args.find(arg => arg.startsWith('-Dhigh-availability.cluster-id='));
}

function savepoint(args: string[]): string | undefined {
  const at = args.indexOf('--fromSavepoint');
  return at < 0 ? undefined : args[at + 1];
}
