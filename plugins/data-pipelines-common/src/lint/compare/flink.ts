import { doing, Finding, refused, warning } from './change';
import { effectFindings } from './flinkEffect';
import { FlinkSpec } from './flinkSpec';
import { stateFindings } from './flinkState';
import { isKept } from './renderedObject';
import { ruleFor } from './rule';

/** A job or a session cluster of the Flink operator. */
export const flinkDeployment = ruleFor<FlinkSpec>({
  group: 'flink.apache.org',
  kinds: ['FlinkDeployment'],
  changed: ({ before: { spec: before }, after: { spec: after } }) => {
    const impossible = [...deployedAs(before, after), ...kindOf(before, after)];
    return impossible.length > 0
      ? impossible
      : [...stateFindings(before, after), ...effectFindings(before, after)];
  },
  removed: deployment =>
    isKept(deployment)
      ? []
      : [
          deployment.spec.job
            ? stopsForGood()
            : warning(
                '',
                'the session cluster goes with all its jobs',
                'Suspend its jobs first where they keep state.',
              ),
        ],
});

/** A job in a session cluster. */
export const flinkSessionJob = ruleFor<FlinkSpec>({
  group: 'flink.apache.org',
  kinds: ['FlinkSessionJob'],
  changed: ({ before: { spec: before }, after: { spec: after } }) =>
    before.deploymentName !== after.deploymentName
      ? [
          refused(
            'spec.deploymentName',
            `the job cannot move from the session cluster "${before.deploymentName}" to "${after.deploymentName}"`,
            'Suspend it with a savepoint, then declare it there under another name with initialSavepointPath.',
          ),
        ]
      : [...stateFindings(before, after), ...effectFindings(before, after)],
  removed: job => (isKept(job) ? [] : [stopsForGood()]),
});

function stopsForGood(): Finding {
  return doing(
    'stops',
    warning(
      '',
      'the job stops and the operator forgets its checkpoints: declared again, also under another name, it starts empty',
      'Suspend it with a savepoint first and keep the path for initialSavepointPath.',
    ),
  );
}

function deployedAs(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const [from, to] = [before.mode ?? 'native', after.mode ?? 'native'];
  return from === to
    ? []
    : [
        refused(
          'spec.mode',
          `${from} cannot become ${to}: the operator refuses it`,
          'Suspend the job with a savepoint, then declare it under another name with initialSavepointPath.',
        ),
      ];
}

function kindOf(before: FlinkSpec, after: FlinkSpec): Finding[] {
  if (Boolean(before.job) === Boolean(after.job)) return [];
  return [
    refused(
      'spec.job',
      before.job
        ? 'a job cannot become a session cluster: the operator refuses it'
        : 'a session cluster cannot become a job: the operator refuses it',
      'Declare it under another name and remove this one.',
    ),
  ];
}
