import { randomBytes } from 'node:crypto';
import { ApiError, ClusterClient, KubernetesObject } from '../client';
import { FAIL, FlinkDeployment } from './flinkTransitions';
import { watchLoop } from './watchLoop';

const API = '/apis/flink.apache.org/v1beta1';

/** The operator keeps exceptions as JSON. */
const ERROR = JSON.stringify({
  type: 'org.apache.flink.kubernetes.operator.exception.ReconciliationException',
  message:
    'java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: Could not materialize checkpoint: access denied',
  additionalMetadata: {},
  throwableList: [],
});

interface FlinkStateSnapshot extends KubernetesObject {
  spec: {
    backoffLimit?: number;
    jobReference?: { kind?: string; name?: string };
    savepoint?: {
      path?: string;
      alreadyExists?: boolean;
      disposeOnDelete?: boolean;
    };
  };
  status?: {
    state?: string;
    failures?: number;
    triggerId?: string;
    triggerTimestamp?: string;
    resultTimestamp?: string;
  };
}

/** How long a savepoint of the recordings took, in seconds. */
const TAKES = 4;

/** Of the operator: what has it goes only when the operator is done with it. */
const FINALIZER = 'flinkstatesnapshots.flink.apache.org/finalizer';

/** Seconds from one look at a snapshot that cannot go yet to the next. */
const LOOKS = 60;

/** Seconds after the first failure until the next try; each time twice as long. */
const BACKOFF = 10;

/** Plays the Flink operator for FlinkStateSnapshots: taken up, in progress, then completed, failed or abandoned. */
export function SimulatedFlinkSnapshots(options: {
  client: ClusterClient;
  speed: number;
  log: (line: string) => void;
}) {
  const { client, speed, log } = options;
  const delay = (TAKES * 1000) / speed;
  return watchLoop<FlinkStateSnapshot>({
    client,
    path: `${API}/flinkstatesnapshots`,
    log,
    async reconcile(snapshot) {
      const { namespace, name } = snapshot.metadata;
      const folder = `${API}/namespaces/${namespace}`;
      const path = `${folder}/flinkstatesnapshots/${name}`;
      const state = snapshot.status?.state;
      const job = await find(
        client,
        `${folder}/flinkdeployments/${snapshot.spec.jobReference?.name}`,
      );
      const isRunning = job?.status?.jobStatus.state === 'RUNNING';
      const { deletionTimestamp, finalizers } = snapshot.metadata;
      if (deletionTimestamp) {
        if (!mayGo(snapshot, isRunning)) {
          return { again: (LOOKS * 1000) / speed };
        }
        await client.mergeInto(snapshot, path, {
          metadata: { finalizers: null },
        });
        return undefined;
      }
      if (!finalizers?.includes(FINALIZER)) {
        await client.mergeInto(snapshot, path, {
          metadata: { finalizers: [FINALIZER] },
        });
        return undefined;
      }
      if (['COMPLETED', 'FAILED', 'ABANDONED'].includes(state ?? '')) {
        return undefined;
      }
      const now = new Date();
      const patchStatus = (object: KubernetesObject, status: object) =>
        client.mergeInto(object, `${path}/status`, { status });
      const write = async (status: object, label: string) => {
        const labelled = await client.mergeInto(snapshot, path, {
          metadata: {
            labels: {
              'job-reference.kind': snapshot.spec.jobReference?.kind,
              'job-reference.name': snapshot.spec.jobReference?.name,
              'snapshot.state': label,
              'snapshot.trigger-type':
                snapshot.metadata.labels?.['snapshot.trigger-type'] ?? 'MANUAL',
              'snapshot.type': snapshot.spec.savepoint
                ? 'SAVEPOINT'
                : 'CHECKPOINT',
            },
          },
        });
        await patchStatus(labelled, status);
      };
      if (!job || !isRunning) {
        const target = snapshot.spec.jobReference;
        await write(
          {
            state: 'ABANDONED',
            failures: 0,
            resultTimestamp: now.toISOString(),
            error: `Secondary resource ${target?.name} (${target?.kind}) for savepoint ${name} is not running`,
          },
          'ABANDONED',
        );
        return undefined;
      }
      if (state === 'TRIGGER_PENDING') {
        const { failures = 1, resultTimestamp = '' } = snapshot.status ?? {};
        const pause = (BACKOFF * 2 ** (failures - 1) * 1000) / speed;
        const wait = Date.parse(resultTimestamp) + pause - now.getTime();
        if (wait > 0) return { again: wait };
      }
      if (!state || state === 'TRIGGER_PENDING') {
        await write(
          {
            state: 'IN_PROGRESS',
            triggerId: randomBytes(16).toString('hex'),
            triggerTimestamp: now.toISOString(),
          },
          'IN_PROGRESS',
        );
        return { again: delay };
      }
      const began = Date.parse(snapshot.status?.triggerTimestamp ?? '');
      const left = began + delay - now.getTime();
      if (left > 0) return { again: left };
      if (job.metadata.annotations?.[FAIL] === 'savepoint') {
        // An error reaches the status alone: the label stays IN_PROGRESS.
        await patchStatus(snapshot, failed(snapshot, now));
        return { again: 0 };
      }
      await write(completed(snapshot, job, now), 'COMPLETED');
      return undefined;
    },
  });
}

/** A completed savepoint has its files deleted by the running job, if it says so. */
function mayGo({ spec, status }: FlinkStateSnapshot, isRunning: boolean) {
  if (!spec.savepoint || spec.savepoint.disposeOnDelete === false) return true;
  switch (status?.state) {
    case 'IN_PROGRESS':
      return false;
    case 'COMPLETED':
      return isRunning;
    default:
      return true;
  }
}

/** One more try has failed: the last one, or the next is a while away. */
function failed({ spec, status }: FlinkStateSnapshot, now: Date): object {
  const failures = (status?.failures ?? 0) + 1;
  const { backoffLimit = -1 } = spec;
  const isOver = backoffLimit >= 0 && failures > backoffLimit;
  return {
    state: isOver ? 'FAILED' : 'TRIGGER_PENDING',
    failures,
    resultTimestamp: now.toISOString(),
    error: ERROR,
  };
}

function completed(
  { spec, status }: FlinkStateSnapshot,
  job: FlinkDeployment,
  now: Date,
): object {
  const folder =
    spec.savepoint?.path ??
    job.spec.flinkConfiguration?.['execution.checkpointing.savepoint-dir'];
  const id = job.status?.jobStatus.jobId.slice(0, 6);
  return {
    state: 'COMPLETED',
    failures: status?.failures ?? 0,
    resultTimestamp: now.toISOString(),
    error: null,
    path: `${folder}/savepoint-${id}-${randomBytes(6).toString('hex')}`,
  };
}

async function find(client: ClusterClient, path: string) {
  try {
    return await client.get<FlinkDeployment>(path);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
