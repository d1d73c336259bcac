import { parseEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ACTION,
  ANNOTATION_REQUESTED_BY,
  FlinkMoment,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  LABEL_PIPELINE,
  LiveFlinkJob,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { JobAt } from '../service/jobAt';
import { LiveObject } from './liveObject';

/** What a plan is made from: the job as it is now, and who asks. */
export function flinkMoment(
  { at, user }: { at: JobAt; user: string },
  id: string,
  live: LiveObject,
): FlinkMoment {
  const { environment, job, pipelineRef, reads, snapshots } = at;
  return {
    cluster: environment.cluster,
    job: live as LiveFlinkJob,
    snapshots,
    reads,
    now: new Date(),
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
}
