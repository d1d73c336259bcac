import {
  Change,
  JobChangePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReviewItem } from '../review/findings';

const SEVERITIES: Record<Change['severity'], ReviewItem['severity']> = {
  refused: 'error',
  warning: 'warning',
  info: 'info',
};

/** What a change does to an object, in one environment, as the review says it. */
export function itemOf(
  { severity, object, path, problem, remedy }: Change,
  environment: string,
): ReviewItem {
  const where = `${object.kind} ${object.name}`;
  return {
    key: [environment, where, path, problem].join(' '),
    severity: SEVERITIES[severity],
    ...{ problem, remedy, where },
    environments: [environment],
  };
}

/** What keeps the change from being made. */
export function refusalsOf({ environments }: JobChangePreview): ReviewItem[] {
  return environments.flatMap(({ name, changes }) =>
    changes
      .filter(({ severity }) => severity === 'refused')
      .map(change => itemOf(change, name)),
  );
}
