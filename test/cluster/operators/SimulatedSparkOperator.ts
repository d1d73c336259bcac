import { CronTime } from 'cron';
import { randomBytes } from 'node:crypto';
import { ClusterClient, KubernetesObject } from '../client';
import { FAIL } from './flinkTransitions';
import { ensurePod, removePod } from './simulatedPods';
import { sparkStep, SparkApplication } from './sparkTransitions';
import { watchLoop } from './watchLoop';

const API = '/apis/sparkoperator.k8s.io/v1beta2';
const SCHEDULE = 'sparkoperator.k8s.io/scheduled-app-name';

interface ScheduledSparkApplication extends KubernetesObject {
  spec: {
    schedule: string;
    timeZone?: string;
    suspend?: boolean;
    concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
    successfulRunHistoryLimit?: number;
    failedRunHistoryLimit?: number;
    template: SparkApplication['spec'];
  };
  status?: { nextRun?: string; lastRunName?: string; scheduleState?: string };
}

interface Options {
  client: ClusterClient;
  speed: number;
  log: (line: string) => void;
}

/** Plays Kubeflow's spark-operator 2.5.2 after its recordings. */
export function SimulatedSparkOperator(options: Options) {
  const loops = [simulateApplications(options), simulateSchedules(options)];
  return {
    stop: async () => {
      await Promise.all(loops.map(loop => loop.stop()));
    },
  };
}

function simulateApplications({ client, speed, log }: Options) {
  return watchLoop<SparkApplication>({
    client,
    path: `${API}/sparkapplications`,
    log,
    async reconcile(application) {
      const { name, namespace = '' } = application.metadata;
      const driver = { namespace, name: `${name}-driver` };
      const executor = { namespace, name: `${name}-exec-1` };
      if (application.metadata.deletionTimestamp) {
        await removePod(client, driver);
        await removePod(client, executor);
        return undefined;
      }
      const step = sparkStep({
        application,
        now: Date.now(),
        speed,
        newId: randomBytes(16).toString('hex'),
      });
      if (!step) return undefined;
      for (const role of ['driver', 'executor'] as const) {
        const state = step[role];
        const pod = role === 'driver' ? driver : executor;
        if (state === 'gone') await removePod(client, pod);
        else if (state) {
          await ensurePod(client, {
            ...pod,
            container: `spark-kubernetes-${role}`,
            image: application.spec.image ?? 'spark',
            state,
            labels: {
              ...application.spec[role]?.template?.metadata?.labels,
              ...application.spec[role]?.labels,
              'spark-role': role,
              'spark-app-selector':
                step.status?.sparkApplicationId ??
                application.status?.sparkApplicationId ??
                '',
              'sparkoperator.k8s.io/app-name': name,
            },
          });
        }
      }
      if (step.status) {
        await client.mergeInto(
          application,
          `${API}/namespaces/${namespace}/sparkapplications/${name}/status`,
          { status: step.status },
        );
      }
      return { again: step.again };
    },
  });
}

function simulateSchedules({ client, log }: Options) {
  return watchLoop<ScheduledSparkApplication>({
    client,
    path: `${API}/scheduledsparkapplications`,
    log,
    async reconcile(scheduled) {
      const { name, namespace, labels, annotations } = scheduled.metadata;
      const folder = `${API}/namespaces/${namespace}`;
      const path = `${folder}/scheduledsparkapplications/${name}/status`;
      if (scheduled.metadata.deletionTimestamp || scheduled.spec.suspend) {
        return undefined;
      }
      const next = new CronTime(
        scheduled.spec.schedule,
        scheduled.spec.timeZone ?? 'UTC',
      );
      const nextRun = () =>
        next.sendAt().toUTC().toISO({ suppressMilliseconds: true });
      if (!scheduled.status?.nextRun) {
        await client.merge(path, {
          status: { scheduleState: 'Scheduled', nextRun: nextRun() },
        });
        return undefined;
      }
      const left = Date.parse(scheduled.status.nextRun) - Date.now();
      // Timers hold 24 days at most; a day is soon enough to look again.
      if (left > 0) return { again: Math.min(left, 86_400_000) };
      if (!(await mayRun(client, scheduled))) return { again: 1_000 };
      const run = `${name}-${Date.now()}000000`;
      await client.create(`${folder}/sparkapplications`, {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name: run,
          namespace,
          labels: { ...labels, [SCHEDULE]: name },
          // The operator hands none on; this is for the simulation alone.
          ...(annotations?.[FAIL] && {
            annotations: { [FAIL]: annotations[FAIL] },
          }),
        },
        spec: scheduled.spec.template,
      });
      await client.merge(path, {
        status: {
          scheduleState: 'Scheduled',
          lastRun: scheduled.status.nextRun,
          lastRunName: run,
          nextRun: nextRun(),
          ...(await pastRuns(client, scheduled)),
        },
      });
      return undefined;
    },
  });
}

/**
 * From the source of operator 2.5: the run that was made last decides; one
 * that has not ended is waited for, or deleted for the next one.
 */
async function mayRun(
  client: ClusterClient,
  { metadata, spec }: ScheduledSparkApplication,
): Promise<boolean> {
  const folder = `${API}/namespaces/${metadata.namespace}/sparkapplications`;
  const { items } = await client.list<SparkApplication>(
    `${folder}?labelSelector=${SCHEDULE}=${metadata.name}`,
  );
  const made = ({ metadata: of }: SparkApplication) =>
    of.creationTimestamp ?? '';
  const [last] = items.sort((a, b) => made(b).localeCompare(made(a)));
  const state = last?.status?.applicationState?.state ?? '';
  if (!last || state === 'COMPLETED' || state === 'FAILED') return true;
  if (spec.concurrencyPolicy === 'Replace') {
    await client.delete(`${folder}/${last.metadata.name}`);
  }
  return spec.concurrencyPolicy !== 'Forbid';
}

/** Names of the runs that are kept; the operator deletes those beyond its limits. */
async function pastRuns(
  client: ClusterClient,
  { metadata, spec }: ScheduledSparkApplication,
) {
  const folder = `${API}/namespaces/${metadata.namespace}/sparkapplications`;
  const { items } = await client.list<SparkApplication>(
    `${folder}?labelSelector=${SCHEDULE}=${metadata.name}`,
  );
  const kept = async (state: string, limit = 1) => {
    const ended = items
      .filter(run => run.status?.applicationState?.state === state)
      .map(run => run.metadata.name)
      .sort()
      .reverse();
    for (const name of ended.slice(limit)) {
      await client.delete(`${folder}/${name}`);
      await removePod(client, {
        namespace: metadata.namespace ?? '',
        name: `${name}-driver`,
      });
    }
    return ended.slice(0, limit).reverse();
  };
  return {
    pastSuccessfulRunNames: await kept(
      'COMPLETED',
      spec.successfulRunHistoryLimit,
    ),
    pastFailedRunNames: await kept('FAILED', spec.failedRunHistoryLimit),
  };
}
