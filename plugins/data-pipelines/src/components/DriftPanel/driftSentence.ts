import {
  EnvironmentDrift,
  PipelineDrift,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Texts } from '../../translations';

/** The answer in one sentence: is what runs what Git says? */
export function driftSentence(
  drift: PipelineDrift,
  t: Texts,
): {
  status: 'success' | 'warning';
  text: string;
} {
  if (drift.repository.problem) {
    return { status: 'warning', text: drift.repository.problem };
  }
  const [silent, compared] = [
    drift.environments.filter(({ problem }) => problem),
    drift.environments.filter(({ problem }) => !problem),
  ];
  const parts = [
    ...compared.flatMap(one => differing(one, t) ?? []),
    ...(silent.length > 0
      ? [t('drift.notCompared', { environments: names(silent) })]
      : []),
  ];
  if (parts.length > 0) return { status: 'warning', text: parts.join('; ') };
  const unread = compared.flatMap(({ objects }) =>
    objects.filter(({ state }) => state === 'unreadable'),
  ).length;
  return {
    status: 'success',
    text:
      unread > 0
        ? t('drift.sameUnread', {
            environments: names(compared),
            number: String(unread),
          })
        : t('drift.same', { environments: names(compared) }),
  };
}

function differing(
  { environment, objects }: EnvironmentDrift,
  t: Texts,
): string | undefined {
  const count = (state: 'differs' | 'missing') =>
    objects.filter(one => one.state === state).length;
  const [differs, missing] = [count('differs'), count('missing')];
  const said = [
    ...(differs > 0 ? [t('drift.differ', { count: differs })] : []),
    ...(missing > 0 ? [t('drift.missing', { count: missing })] : []),
  ];
  if (said.length === 0) return undefined;
  const [one, other] = said;
  return t('drift.inEnvironment', {
    environment: environment.name,
    what: other ? t('drift.and', { one, other }) : one,
  });
}

function names(environments: EnvironmentDrift[]): string {
  return environments.map(({ environment }) => environment.name).join(', ');
}
