import { PipelineDrift } from '@headworks/backstage-plugin-data-pipelines-common';

/** Chart version, what is newer and what drifted, as short as it can be said. */
export function upgradeSentence(drift: PipelineDrift): {
  text: string;
  /** Whether there is something to look at. */
  worthALook: boolean;
} {
  const { chart, repository, environments } = drift;
  if (repository.problem || !chart) {
    return { text: 'Git cannot be compared', worthALook: true };
  }
  const { current, newest, refusal } = chart;
  const isNewer = newest !== undefined && newest !== current;
  const drifted = environments
    .flatMap(({ objects }) => objects)
    .filter(({ state }) => state === 'differs' || state === 'missing').length;
  const silent = environments.filter(({ problem }) => problem).length;
  const parts = [
    `chart ${current}`,
    ...(isNewer
      ? [`${newest} ${refusal ? 'cannot be had' : 'available'}`]
      : []),
    ...(drifted > 0
      ? [`${drifted} ${drifted === 1 ? 'object' : 'objects'} not as in Git`]
      : []),
    ...(silent > 0
      ? [
          `${silent} ${
            silent === 1 ? 'environment' : 'environments'
          } not compared`,
        ]
      : []),
  ];
  return { text: parts.join(' · '), worthALook: parts.length > 1 };
}
