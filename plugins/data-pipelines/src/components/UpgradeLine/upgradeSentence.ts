import { PipelineDrift } from '@headworks/backstage-plugin-data-pipelines-common';
import { Texts } from '../../translations';

/** Chart version, what is newer and what drifted, as short as it can be said. */
export function upgradeSentence(
  drift: PipelineDrift,
  t: Texts,
): {
  text: string;
  /** Whether there is something to look at. */
  worthALook: boolean;
} {
  const { chart, repository, environments } = drift;
  if (repository.problem || !chart) {
    return { text: t('drift.line.unknown'), worthALook: true };
  }
  const { current, newest, refusal } = chart;
  const isNewer = newest !== undefined && newest !== current;
  const drifted = environments
    .flatMap(({ objects }) => objects)
    .filter(({ state }) => state === 'differs' || state === 'missing').length;
  const silent = environments.filter(({ problem }) => problem).length;
  const parts = [
    t('drift.line.chart', { version: current }),
    ...(isNewer
      ? [
          t(refusal ? 'drift.line.refused' : 'drift.line.available', {
            version: newest,
          }),
        ]
      : []),
    ...(drifted > 0 ? [t('drift.line.objects', { count: drifted })] : []),
    ...(silent > 0 ? [t('drift.line.silent', { count: silent })] : []),
  ];
  return { text: parts.join(' · '), worthALook: parts.length > 1 };
}
