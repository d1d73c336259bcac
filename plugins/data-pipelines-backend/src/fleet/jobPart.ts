import {
  flinkJobFacts,
  FlinkResource,
  JobView,
  KnownObjects,
  sparkJobFacts,
  SparkResource,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredJob } from '../declared/declaredPipeline';
import { liveJob, RESOURCES_OF } from './liveJob';
import { LiveObject } from './Part';
import { missing, Place, refTo, reportOf } from './Place';

/** A job as it is in one environment. */
export function jobPart(place: Place, job: DeclaredJob): JobView {
  const { name, entityRef, engine, upstream } = job;
  const base = { name, entityRef, engine, upstream };
  const live = liveJob(place, job);
  if (!live)
    return {
      ...base,
      report: missing(place, 'job', RESOURCES_OF[engine]),
      facts: {},
    };
  const { resource, object } = live;
  return {
    ...base,
    object: refTo(place, resource, object),
    report: reportOf(place, resource, object),
    facts: factsOf(place, engine, live),
  };
}

function factsOf(place: Place, engine: 'flink' | 'spark', live: LiveObject) {
  const { resource, object } = live;
  return engine === 'flink'
    ? flinkJobFacts(
        resource as FlinkResource,
        object as KnownObjects[FlinkResource],
        place,
      )
    : sparkJobFacts(
        resource as SparkResource,
        object as KnownObjects[SparkResource],
        place,
      );
}
