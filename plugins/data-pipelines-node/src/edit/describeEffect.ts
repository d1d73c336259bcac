import {
  Change,
  EnvironmentEffect,
  ObjectChange,
} from '@headworks/backstage-plugin-data-pipelines-common';

const STATES: Record<ObjectChange['state'], string> = {
  added: 'new',
  changed: 'changes',
  removed: 'goes',
};

/**
 * What a change of one environment does, a line each, for people to read.
 *
 * @public
 */
export function describeEffect(effect: EnvironmentEffect): string[] {
  const { changes, isNew, jobs, objects } = effect;
  if (isNew) return [`${objects.length} new objects`];
  const lines = (['added', 'changed', 'removed'] as const).flatMap(state =>
    objects
      .filter(one => one.state === state)
      .map(({ object }) => `${STATES[state]}: ${object.kind} ${object.name}`),
  );
  return [
    ...(lines.length > 0 ? lines : ['no object changes']),
    ...changes.map(sentence),
    ...jobs.map(({ job, says }) => `job ${job}: ${says}`),
  ];
}

/**
 * Why a change of one environment cannot be; each with its remedy.
 *
 * @public
 */
export function describeRefusals({ changes }: EnvironmentEffect): string[] {
  return changes.filter(({ severity }) => severity === 'refused').map(sentence);
}

function sentence({ object, problem, remedy }: Change): string {
  return `${object.kind} ${object.name}: ${problem}; ${remedy}`;
}
