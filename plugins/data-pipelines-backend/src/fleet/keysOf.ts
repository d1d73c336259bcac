import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../declared/declaredPipeline';
import { Touched } from './touchedBy';

/** What a change has to be about to concern a pipeline. */
export function keysOf(
  pipeline: DeclaredPipeline,
  environments: readonly EnvironmentView[],
): Touched {
  const declared = [...pipeline.jobs, ...pipeline.topics].flatMap(
    ({ objects }) => objects,
  );
  return {
    pipelines: environments.map(
      ({ environment }) => `${environment.cluster}/${pipeline.name}`,
    ),
    kafkas: environments.flatMap(({ environment, topics }) =>
      topics.flatMap(({ kafka }) =>
        kafka ? `${environment.cluster}/${kafka}` : [],
      ),
    ),
    objects: environments.flatMap(({ environment, jobs, others }) => [
      ...[...jobs, ...others].flatMap(({ object }) =>
        object
          ? `${environment.cluster}/${object.namespace}/${object.name}`
          : [],
      ),
      ...declared
        .filter(object => object.environment === environment.name)
        .map(
          ({ namespace, name }) =>
            `${environment.cluster}/${namespace}/${name}`,
        ),
    ]),
  };
}
