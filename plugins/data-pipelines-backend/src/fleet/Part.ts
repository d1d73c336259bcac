import {
  Assessed,
  HealthReport,
  JobFacts,
  KnownObjects,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A live object, with its resource. */
export type LiveObject = {
  [R in Assessed]: { resource: R; object: KnownObjects[R] };
}[Assessed];

/** A part of a pipeline as it is found in one environment. */
export interface Found {
  object: ObjectRef;
  report: HealthReport;
  facts: JobFacts;
}
