import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_ACTION,
  ANNOTATION_REQUESTED_BY,
  engineOfActions,
  JobMoment,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  LABEL_PIPELINE,
  LiveFlinkJob,
  LiveSparkJob,
  LiveStandaloneJob,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { JobAt } from '../service/jobAt';
import { triggerOf } from './hashes';
import { LiveObject } from './liveObject';

type Kind = Pick<ObjectRef, 'apiVersion' | 'kind'>;

/** @throws ConflictError where there are no actions for such an object */
export function requireActionable({
  apiVersion,
  kind,
}: Kind): JobMoment['engine'] {
  const engine = engineOfActions({ apiVersion, kind });
  if (engine) return engine;
  throw new ConflictError(
    `The portal cannot do this with a ${kind} of ${apiVersion}. Use the commands that helm status shows.`,
  );
}

/** What a plan is made from: the job as it is now, and who asks. */
export function jobMoment(
  { at, user }: { at: JobAt; user: string },
  id: string,
  live: LiveObject,
): JobMoment {
  const { environment, job, pipelineRef, reads, runs, snapshots } = at;
  const common = {
    cluster: environment.cluster,
    suffix: id.slice(0, 10),
    labels: {
      [LABEL_PIPELINE]: parseEntityRef(pipelineRef).name,
      [LABEL_ENVIRONMENT]: environment.name,
      [LABEL_JOB]: job.name,
    },
    annotations: {
      [ANNOTATION_REQUESTED_BY]: user,
      [ANNOTATION_ACTION]: id,
    },
  };
  switch (requireActionable(live)) {
    case 'flink':
      return {
        engine: 'flink',
        ...common,
        job: live as LiveFlinkJob,
        snapshots,
        reads,
        now: new Date(),
      };
    case 'flink-standalone':
      return {
        engine: 'flink-standalone',
        cluster: environment.cluster,
        job: live as LiveStandaloneJob,
        stats: at.stats,
        snapshots,
        reads,
        now: at.now,
        trigger: triggerOf(id),
      };
    default:
      return { engine: 'spark', ...common, job: live as LiveSparkJob, runs };
  }
}
