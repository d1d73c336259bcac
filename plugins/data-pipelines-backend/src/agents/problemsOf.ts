import {
  EnvironmentView,
  HealthReport,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A part that is not healthy. */
export interface PartProblem extends HealthReport {
  /** Such as `flink job sessionize` or `topic clicks`. */
  part: string;
  /** Such as `FlinkDeployment pipelines/clickstream-sessionize`. */
  object?: string;
  /** Entity ref, where the part has one. */
  entityRef?: string;
}

/** The parts of an environment that are not healthy, in the dataflow's order. */
export function problemsOf({
  jobs,
  topics,
  kafka,
  others,
}: EnvironmentView): PartProblem[] {
  const parts = [
    ...kafka.map(one => ({ ...one, part: `Kafka cluster ${one.name}` })),
    ...topics.map(one => ({ ...one, part: `topic ${one.name}` })),
    ...jobs.map(one => ({ ...one, part: `${one.engine} job ${one.name}` })),
    ...others.map(one => ({
      ...one,
      entityRef: undefined,
      part: `${one.object.kind} ${one.name}`,
    })),
  ];
  return parts
    .filter(({ report }) => report.health !== 'Healthy')
    .map(({ part, report, entityRef, object }) => ({
      part,
      ...report,
      entityRef,
      object: object && named(object),
    }));
}

function named({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace}/${name}`;
}
