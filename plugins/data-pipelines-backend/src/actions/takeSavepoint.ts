import { ConflictError, InputError } from '@backstage/errors';
import {
  ANNOTATION_REQUESTED_BY,
  JobStateView,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  LABEL_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { WriteAccess } from './WriteAccess';

/** Kubernetes' limit for names that become labels. */
const NAME_LIMIT = 63;

/**
 * Asks the Flink operator for a savepoint of a running job, by an object of
 * its own. Deleting that object never deletes the savepoint's data.
 *
 * @returns the name of the FlinkStateSnapshot
 */
export async function takeSavepoint(options: {
  state: JobStateView;
  environment: string;
  /** Entity ref of the user. */
  user: string;
  now: Date;
  write: WriteAccess;
}): Promise<string> {
  const { state, environment: wanted, user, now, write } = options;
  const found = state.environments.find(
    ({ environment }) => environment.name === wanted,
  );
  if (!found) {
    const known = state.environments.map(({ environment }) => environment.name);
    throw new InputError(
      `environment: the job has no environment "${wanted}"; choose one of ${known.join(
        ', ',
      )}`,
    );
  }
  const { environment, job, savepointRefusal } = found;
  if (savepointRefusal || !job.object) {
    throw new ConflictError(savepointRefusal ?? 'The job is not installed');
  }
  const suffix = `-${now.getTime().toString(36)}`;
  const name = `${job.object.name.slice(
    0,
    NAME_LIMIT - suffix.length,
  )}${suffix}`;
  await write.create(
    environment.cluster,
    `/apis/flink.apache.org/v1beta1/namespaces/${environment.namespace}/flinkstatesnapshots?fieldManager=headworks&fieldValidation=Strict`,
    {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkStateSnapshot',
      metadata: {
        name,
        namespace: environment.namespace,
        labels: {
          [LABEL_PIPELINE]: parseEntityRef(state.pipelineRef).name,
          [LABEL_ENVIRONMENT]: environment.name,
          [LABEL_JOB]: job.name,
        },
        annotations: { [ANNOTATION_REQUESTED_BY]: user },
      },
      spec: {
        jobReference: { kind: 'FlinkDeployment', name: job.object.name },
        savepoint: { disposeOnDelete: false },
        // -1, the default, retries for ever in operators up to 1.15.0.
        backoffLimit: 3,
      },
    },
  );
  return name;
}
