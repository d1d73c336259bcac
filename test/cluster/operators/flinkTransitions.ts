import { KubernetesObject } from '../client';
import { PodState } from './simulatedPods';

/** What the simulation reads and writes of a FlinkDeployment. */
export interface FlinkDeployment extends KubernetesObject {
  spec: {
    image?: string;
    flinkVersion?: string;
    flinkConfiguration?: Record<string, string>;
    podTemplate?: { metadata?: { labels?: Record<string, string> } };
    job?: {
      state?: string;
      upgradeMode?: string;
      parallelism?: number;
      initialSavepointPath?: string;
      savepointRedeployNonce?: number;
    };
  };
  status?: FlinkStatus;
}

/** The part of the status that the recordings show at every step. */
export interface FlinkStatus {
  lifecycleState: string;
  jobManagerDeploymentStatus: string;
  observedGeneration: number;
  error?: string | null;
  jobStatus: {
    state?: string;
    jobId: string;
    jobName: string;
    startTime?: string;
    updateTime?: string;
    upgradeSavepointPath?: string | null;
  };
  reconciliationStatus: {
    state: string;
    /** Milliseconds since the epoch: when this generation was taken up. */
    reconciliationTimestamp: number;
    lastReconciledSpec: string;
  };
  conditions?: object[];
}

/** What the operator would do next, and when to look again. */
export interface FlinkStep {
  status: FlinkStatus;
  jobManager?: PodState;
  taskManager?: PodState;
  /** Milliseconds. */
  again?: number;
}

/** Asks for a failure: `image-pull`, `crash-loop` or, of all savepoints, `savepoint`. */
export const FAIL = 'simulated.headworks.dev/fail';

/** Seconds after taking up a spec, as recorded of operator 1.15.0 with Flink 2.1.3. */
export const TIMES = {
  deploying: 1,
  notReady: 25,
  created: 36,
  running: 38,
  taskManager: 13,
  pullError: 66,
  crash: 15,
};

/** Written where a path would be, when high availability decides. */
const LAST_STATE = 'KUBERNETES_OPERATOR_LAST_STATE';

const RACE = failure(
  'MountVolume.SetUp failed for volume "flink-config-volume" : configmap "flink-config" not found',
  'FailedMount',
);

/**
 * The next step of a FlinkDeployment: a pure function of what is there and of
 * the clock. States, order and times are those of the recordings.
 */
export function flinkStep(options: {
  object: FlinkDeployment;
  now: number;
  speed: number;
  /** Used when a new job begins. */
  newJobId: string;
}): FlinkStep {
  const { object, now, speed, newJobId } = options;
  const { status } = object;
  const generation = object.metadata.generation ?? 1;
  if (status?.observedGeneration !== generation) {
    return takeUp(object, generation, now, newJobId);
  }
  if (object.spec.job?.state === 'suspended') {
    // A JobManager whose job has ended with a savepoint stays for a day.
    return {
      status,
      jobManager:
        status.jobManagerDeploymentStatus === 'READY' ? 'running' : undefined,
    };
  }
  const began = status.reconciliationStatus.reconciliationTimestamp;
  const elapsed = ((now - began) / 1000) * speed;
  const until = (second: number) =>
    Math.max(50, ((second - elapsed) * 1000) / speed);
  const fail = object.metadata.annotations?.[FAIL];
  const upgrade =
    Boolean(status.jobStatus.upgradeSavepointPath) &&
    status.lifecycleState !== 'STABLE';

  if (elapsed < TIMES.deploying) {
    return { status, again: until(TIMES.deploying) };
  }
  if (fail === 'image-pull') {
    return elapsed < TIMES.pullError
      ? {
          status: deployed(status, 'DEPLOYING', 'RECONCILING', now),
          jobManager: 'image-pull',
          again: until(TIMES.pullError),
        }
      : {
          status: {
            ...deployed(status, 'ERROR', 'RECONCILING', now),
            error: failure(
              `[flink-main-container] Back-off pulling image "${object.spec.image}"`,
              'ImagePullBackOff',
            ),
          },
          jobManager: 'image-pull',
        };
  }
  if (fail === 'crash-loop') {
    const round = Math.floor(elapsed / TIMES.crash);
    const next = deployed(
      status,
      round % 2 === 1 ? 'ERROR' : 'DEPLOYING',
      'RECONCILING',
      now,
    );
    return {
      status:
        round === 0
          ? next
          : {
              ...next,
              error: failure(
                '[flink-main-container] back-off 20s restarting failed container=flink-main-container',
                'CrashLoopBackOff',
              ),
            },
      jobManager: round === 0 ? 'running' : 'crash-loop',
      again: until((round + 1) * TIMES.crash),
    };
  }
  if (elapsed < TIMES.notReady) {
    // An ordinary upgrade shows an error for a moment (seen on every second one).
    const race = upgrade && elapsed < TIMES.taskManager;
    return {
      status: {
        ...deployed(status, race ? 'ERROR' : 'DEPLOYING', 'RECONCILING', now),
        error: upgrade ? RACE : null,
      },
      jobManager: race ? 'pending' : 'running',
      taskManager: elapsed < TIMES.taskManager ? undefined : 'pending',
      again: until(
        elapsed < TIMES.taskManager ? TIMES.taskManager : TIMES.notReady,
      ),
    };
  }
  if (elapsed < TIMES.running) {
    const isReady = elapsed >= TIMES.created;
    return {
      status: isReady
        ? deployed(status, 'READY', 'CREATED', now)
        : deployed(status, 'DEPLOYED_NOT_READY', 'RECONCILING', now),
      jobManager: 'running',
      taskManager: 'running',
      again: until(isReady ? TIMES.running : TIMES.created),
    };
  }
  return {
    status: {
      ...deployed(status, 'READY', 'RUNNING', now),
      lifecycleState: 'STABLE',
      error: null,
    },
    jobManager: 'running',
    taskManager: 'running',
  };
}

function takeUp(
  object: FlinkDeployment,
  generation: number,
  now: number,
  newJobId: string,
): FlinkStep {
  const { status, spec, metadata } = object;
  const suspended = spec.job?.state === 'suspended';
  const oldJob = status?.jobStatus.jobId ?? '';
  const mode = usedMode(object);
  const isLastState = mode === 'last-state';
  const next: FlinkStatus = {
    lifecycleState: takenUpAs(object),
    jobManagerDeploymentStatus:
      suspended && mode === 'savepoint' ? 'READY' : 'MISSING',
    observedGeneration: generation,
    error: null,
    jobStatus: {
      ...(status && { state: 'FINISHED' }),
      // What high availability knows is of this id.
      jobId: suspended || isLastState ? oldJob : newJobId,
      jobName: metadata.name,
      upgradeSavepointPath: startsFrom(object, newJobId),
    },
    ...(status && { conditions: [condition('FINISHED', now)] }),
    reconciliationStatus: {
      state: suspended ? 'DEPLOYED' : 'UPGRADING',
      reconciliationTimestamp: now,
      lastReconciledSpec: JSON.stringify({
        spec: {
          ...spec,
          job: { ...spec.job, upgradeMode: mode },
        },
        resource_metadata: {
          apiVersion: 'flink.apache.org/v1beta1',
          firstDeployment: !status,
        },
      }),
    },
  };
  return { status: next, again: suspended ? undefined : 50 };
}

/** After a redeploy from a savepoint the resource is STABLE all the way. */
function takenUpAs(object: FlinkDeployment): string {
  if (object.spec.job?.state === 'suspended') return 'SUSPENDED';
  return redeployed(object) ? 'STABLE' : 'UPGRADING';
}

/** Of the state that the job takes up next, where it takes up one. */
function startsFrom(object: FlinkDeployment, newJobId: string): string | null {
  const { spec, status } = object;
  if (redeployed(object)) return spec.job?.initialSavepointPath ?? null;
  const mode = usedMode(object);
  if (!status || mode === 'stateless') return null;
  const { upgradeSavepointPath: before = null } = status.jobStatus;
  if (mode === 'last-state') {
    return spec.job?.state === 'suspended' ? before : LAST_STATE;
  }
  // A job that is stopped takes no savepoint: it goes on from its last one.
  if (status.lifecycleState === 'SUSPENDED' && before) return before;
  const folder =
    spec.flinkConfiguration?.['execution.checkpointing.savepoint-dir'] ?? '';
  const [oldJob, name] = [status.jobStatus.jobId, newJobId];
  return `${folder}/savepoint-${oldJob.slice(0, 6)}-${name.slice(0, 12)}`;
}

/** The operator writes down the mode that it used, not the one asked for. */
function usedMode(object: FlinkDeployment): string {
  const { spec, status } = object;
  const { upgradeMode = 'stateless', initialSavepointPath } = spec.job ?? {};
  if (redeployed(object)) return 'savepoint';
  if (!status) return initialSavepointPath ? 'savepoint' : 'stateless';
  if (upgradeMode === 'stateless') return 'stateless';
  return status.lifecycleState === 'SUSPENDED'
    ? lastSpec(status).job?.upgradeMode ?? 'stateless'
    : upgradeMode;
}

/** What the operator has taken up last, with the mode that it used. */
export function lastSpec({ reconciliationStatus }: FlinkStatus) {
  const { spec } = JSON.parse(reconciliationStatus.lastReconciledSpec) as Pick<
    FlinkDeployment,
    'spec'
  >;
  return spec;
}

/** Whether somebody has chosen what the job starts from since it was taken up last. */
function redeployed({ spec, status }: FlinkDeployment): boolean {
  const nonce = spec.job?.savepointRedeployNonce;
  if (!status || nonce === undefined) return false;
  return lastSpec(status).job?.savepointRedeployNonce !== nonce;
}

function deployed(
  status: FlinkStatus,
  jobManager: string,
  job: string,
  now: number,
): FlinkStatus {
  const started = status.jobStatus.startTime;
  const before = status.jobStatus.state === job;
  // A job has started when it is created; that its tasks run is no other start.
  const goesOn = before || status.jobStatus.state === 'CREATED';
  return {
    ...status,
    lifecycleState: status.lifecycleState === 'STABLE' ? 'STABLE' : 'DEPLOYED',
    jobManagerDeploymentStatus: jobManager,
    jobStatus: {
      ...status.jobStatus,
      state: job,
      startTime: goesOn && started ? started : String(now),
      updateTime: before ? status.jobStatus.updateTime : String(now),
    },
    reconciliationStatus: { ...status.reconciliationStatus, state: 'DEPLOYED' },
    conditions:
      before && status.conditions ? status.conditions : [condition(job, now)],
  };
}

function condition(job: string, now: number) {
  const running = job === 'RUNNING';
  return {
    type: 'Running',
    status: running ? 'True' : 'False',
    reason: running ? 'Running' : 'Reconciling',
    message: `Job status ${job}`,
    lastTransitionTime: new Date(now).toISOString(),
  };
}

function failure(message: string, reason: string): string {
  return JSON.stringify({
    type: 'org.apache.flink.kubernetes.operator.exception.DeploymentFailedException',
    message,
    additionalMetadata: { reason },
    throwableList: [],
  });
}
