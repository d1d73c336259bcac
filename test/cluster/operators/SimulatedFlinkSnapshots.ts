import { randomBytes } from 'node:crypto';
import { ApiError, ClusterClient, KubernetesObject } from '../client';
import { FAIL, FlinkDeployment } from './flinkTransitions';
import { watchLoop } from './watchLoop';

const API = '/apis/flink.apache.org/v1beta1';

interface FlinkStateSnapshot extends KubernetesObject {
  spec: {
    backoffLimit?: number;
    jobReference?: { kind?: string; name?: string };
    savepoint?: { path?: string; alreadyExists?: boolean };
  };
  status?: {
    state?: string;
    failures?: number;
    triggerId?: string;
    triggerTimestamp?: string;
  };
}

/** How long a savepoint of the recordings took, in seconds. */
const TAKES = 4;

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
      if (snapshot.metadata.deletionTimestamp) return undefined;
      if (['COMPLETED', 'FAILED', 'ABANDONED'].includes(state ?? '')) {
        return undefined;
      }
      const now = new Date();
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
        await client.mergeInto(labelled, `${path}/status`, { status });
      };
      const job = await find(
        client,
        `${folder}/flinkdeployments/${snapshot.spec.jobReference?.name}`,
      );
      if (job?.status?.jobStatus.state !== 'RUNNING') {
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
      if (!state) {
        await write(
          {
            state: 'IN_PROGRESS',
            failures: 0,
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
      await finish(snapshot, job, write, now);
      return undefined;
    },
  });
}

async function finish(
  snapshot: FlinkStateSnapshot,
  job: FlinkDeployment,
  write: (status: object, label: string) => Promise<void>,
  now: Date,
) {
  const failures = snapshot.status?.failures ?? 0;
  const limit = snapshot.spec.backoffLimit ?? -1;
  const common = { resultTimestamp: now.toISOString() };
  if (job.metadata.annotations?.[FAIL] === 'savepoint') {
    const error =
      'java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: Could not materialize checkpoint: access denied';
    const over = limit >= 0 && failures >= limit;
    await write(
      over
        ? { ...common, state: 'FAILED', failures: failures + 1, error }
        : {
            state: 'IN_PROGRESS',
            failures: failures + 1,
            error,
            triggerTimestamp: now.toISOString(),
          },
      over ? 'FAILED' : 'IN_PROGRESS',
    );
    return;
  }
  const folder =
    snapshot.spec.savepoint?.path ??
    job.spec.flinkConfiguration?.['execution.checkpointing.savepoint-dir'];
  const id = job.status?.jobStatus.jobId.slice(0, 6);
  await write(
    {
      ...common,
      state: 'COMPLETED',
      failures,
      error: null,
      path: `${folder}/savepoint-${id}-${randomBytes(6).toString('hex')}`,
    },
    'COMPLETED',
  );
}

async function find(client: ClusterClient, path: string) {
  try {
    return await client.get<FlinkDeployment>(path);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
