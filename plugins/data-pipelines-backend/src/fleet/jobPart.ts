import {
  flinkJobFacts,
  FlinkResource,
  HealthReport,
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
      report:
        doneAndGone(place, job) ?? missing(place, 'job', RESOURCES_OF[engine]),
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

/**
 * A run that has done its work may be deleted some time after, by its operator
 * (`timeToLiveSeconds`) or by Kubernetes (`ttlSecondsAfterFinished`): nothing
 * is wrong then, and nothing to be installed.
 */
function doneAndGone(
  { environment, last }: Place,
  { engine, ...part }: DeclaredJob,
): HealthReport | undefined {
  const known = engine === 'spark' ? last?.(part) : undefined;
  if (known?.reason !== 'Completed') return undefined;
  return {
    health: 'Healthy',
    reason: 'Completed',
    message: `The run has finished its work and is not in cluster ${environment.cluster} any more: its time to live is over, or somebody deleted it`,
    since: known.at,
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
