import { NotFoundError } from '@backstage/errors';
import {
  Environment,
  EnvironmentView,
  isStrimzi,
  ObjectRef,
  PartRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { viewIn } from './viewIn';

/** A part of a pipeline that is no job, in one environment. */
export interface PartAt {
  pipelineRef: string;
  environment: Environment;
  object: ObjectRef;
}

/**
 * @param entry - what the viewer may see of it
 * @throws InputError where the pipeline has no such environment
 * @throws NotFoundError where its view there shows no such object
 */
export function partAt(
  { environments, pipeline }: FleetEntry,
  wanted: string,
  part: PartRef,
): PartAt {
  const view = viewIn(environments, wanted);
  const { kind, namespace, name } = part;
  const found = partsOf(view).filter(
    object =>
      object.kind === kind &&
      object.namespace === namespace &&
      object.name === name,
  );
  // Two operators have a Kafka and a KafkaTopic.
  const object = found.find(isStrimzi) ?? found[0];
  if (!object) {
    throw new NotFoundError(
      `part: the pipeline shows no ${kind} ${namespace}/${name} in ${wanted}; name an object as the pipeline's view has it`,
    );
  }
  return {
    pipelineRef: pipeline.entityRef,
    environment: view.environment,
    object,
  };
}

/** The objects of an environment's topics, Kafka clusters and what else there is. */
export function partsOf({
  topics,
  kafka,
  others,
}: EnvironmentView): ObjectRef[] {
  return [...topics, ...kafka, ...others].flatMap(({ object }) => object ?? []);
}
