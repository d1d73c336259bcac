import {
  EnvironmentDrift,
  PipelineDrift,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The answer in one sentence: is what runs what Git says? */
export function driftSentence(drift: PipelineDrift): {
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
    ...compared.flatMap(one => differing(one) ?? []),
    ...(silent.length > 0
      ? [`${names(silent)} cannot be compared with Git`]
      : []),
  ];
  if (parts.length > 0) return { status: 'warning', text: parts.join('; ') };
  const unread = compared.flatMap(({ objects }) =>
    objects.filter(({ state }) => state === 'unreadable'),
  ).length;
  return {
    status: 'success',
    text: `What runs in ${names(compared)} is what Git says${
      unread > 0 ? `, as far as the portal may look (${unread} not read)` : ''
    }`,
  };
}

function differing({
  environment,
  objects,
}: EnvironmentDrift): string | undefined {
  const count = (state: 'differs' | 'missing') =>
    objects.filter(one => one.state === state).length;
  const [differs, missing] = [count('differs'), count('missing')];
  const said = [
    ...(differs > 0
      ? [
          `${differs} ${
            differs === 1 ? 'object differs' : 'objects differ'
          } from Git`,
        ]
      : []),
    ...(missing > 0
      ? [`${missing} ${missing === 1 ? 'is' : 'are'} missing`]
      : []),
  ];
  return said.length > 0
    ? `In ${environment.name} ${said.join(' and ')}`
    : undefined;
}

function names(environments: EnvironmentDrift[]): string {
  return environments.map(({ environment }) => environment.name).join(', ');
}
