import { isDeepStrictEqual } from 'node:util';
import { FAIL, FlinkDeployment, FlinkStep, lastSpec } from './flinkTransitions';

/** Seconds between two tries, by the chart's `reconcile.interval`. */
const AGAIN = 15;

const CAUSE =
  'java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: An Exception occurred while triggering the checkpoint. IO-problem detected.';

const SAVEPOINT_ERROR = JSON.stringify({
  type: 'org.apache.flink.kubernetes.operator.exception.UpgradeFailureException',
  message: 'Savepoint Error',
  additionalMetadata: {},
  throwableList: [
    {
      type: 'java.util.concurrent.ExecutionException',
      message: `java.util.concurrent.CompletionException: ${CAUSE}`,
      additionalMetadata: {},
    },
    {
      type: 'org.apache.flink.util.SerializedThrowable',
      message: CAUSE,
      additionalMetadata: {},
    },
  ],
});

/**
 * What the operator does with a change while the job runs on: it tries again
 * and again to stop a job whose savepoint fails, and does nothing where the
 * change was taken back. Undefined where it takes the change up.
 */
export function stuckStep(
  object: FlinkDeployment,
  speed: number,
): FlinkStep | undefined {
  const { status, metadata, spec } = object;
  const { generation = 1, annotations } = metadata;
  if (
    status?.jobStatus.state !== 'RUNNING' ||
    status.observedGeneration === generation
  ) {
    return undefined;
  }
  const pods = { jobManager: 'running', taskManager: 'running' } as const;
  const before = lastSpec(status);
  if (isDeepStrictEqual(wanted(spec), wanted(before))) {
    const observedGeneration = generation;
    return { status: { ...status, observedGeneration, error: null }, ...pods };
  }
  const needsSavepoint =
    spec.job?.upgradeMode === 'savepoint' &&
    spec.job.savepointRedeployNonce === before.job?.savepointRedeployNonce;
  return needsSavepoint && annotations?.[FAIL] === 'savepoint'
    ? {
        status: { ...status, error: SAVEPOINT_ERROR },
        ...pods,
        again: (AGAIN * 1000) / speed,
      }
    : undefined;
}

/** All of a specification but what says how the next start is to be. */
function wanted({ job, ...spec }: FlinkDeployment['spec']) {
  return {
    ...spec,
    job: {
      ...job,
      state: job?.state ?? 'running',
      upgradeMode: undefined,
      initialSavepointPath: undefined,
    },
  };
}
