import {
  EnvironmentView,
  HealthReport,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../declared/declaredPipeline';
import { NOT_READ } from './Place';
import { NOT_WATCHED } from './topicPart';

/** A part of a pipeline with its health, as the page of an environment shows it. */
export interface ShownPart {
  entityRef?: string;
  object?: ObjectRef;
  /** Such as `FlinkDeployment/pipelines/clickstream-sessionize`; the expected one where none is there. */
  name: string;
  report: HealthReport;
}

/** Nobody tells how such a part is, so it does not change. */
const UNTOLD: ReadonlySet<string> = new Set([NOT_READ, NOT_WATCHED.reason]);

/** The parts of an environment whose health is known. */
export function shownParts(
  pipeline: DeclaredPipeline,
  view: EnvironmentView,
): ShownPart[] {
  const { namespace } = view.environment;
  // As our charts name them.
  const expected = { flink: 'FlinkDeployment', spark: 'SparkApplication' };
  const shown: ShownPart[] = [
    ...view.jobs.map(({ entityRef, object, report, engine, name }) => ({
      entityRef,
      object,
      report,
      name: `${expected[engine]}/${namespace}/${pipeline.name}-${name}`,
    })),
    ...view.topics.map(({ entityRef, object, report, name }) => ({
      entityRef,
      object,
      report,
      name: `KafkaTopic/${namespace}/${name}`,
    })),
    ...view.kafka.map(({ entityRef, object, report, id }) => ({
      entityRef,
      object,
      report,
      name: `Kafka/${id}`,
    })),
    ...view.others.map(({ object, report }) => ({
      object,
      report,
      name: nameOf(object),
    })),
  ];
  return shown
    .filter(({ report }) => !UNTOLD.has(report.reason))
    .map(part => (part.object ? { ...part, name: nameOf(part.object) } : part));
}

function nameOf({ kind, namespace, name }: ObjectRef): string {
  return `${kind}/${namespace}/${name}`;
}
