import { CronTime } from 'cron';
import { randomBytes } from 'node:crypto';
import { ClusterClient, KubernetesObject } from '../client';
import { ensurePod, removePod } from './simulatedPods';
import { sparkStep, SparkApplication } from './sparkTransitions';
import { watchLoop } from './watchLoop';

const API = '/apis/sparkoperator.k8s.io/v1beta2';

interface ScheduledSparkApplication extends KubernetesObject {
  spec: {
    schedule: string;
    timeZone?: string;
    suspend?: boolean;
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
      const { name, namespace = '', labels = {} } = application.metadata;
      const driver = { namespace, name: `${name}-driver` };
      if (application.metadata.deletionTimestamp) {
        await removePod(client, driver);
        return undefined;
      }
      const step = sparkStep({
        application,
        now: Date.now(),
        speed,
        newId: randomBytes(16).toString('hex'),
      });
      if (!step) return undefined;
      if (step.driver) {
        await ensurePod(client, {
          ...driver,
          container: 'spark-kubernetes-driver',
          image: application.spec.image ?? 'spark',
          state: step.driver,
          labels: {
            ...labels,
            ...application.spec.driver?.labels,
            'spark-role': 'driver',
            'sparkoperator.k8s.io/app-name': name,
          },
        });
      }
      if (step.status) {
        await client.merge(
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
      const { name, namespace, labels } = scheduled.metadata;
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
      const run = `${name}-${Date.now()}000000`;
      await client.create(`${folder}/sparkapplications`, {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name: run,
          namespace,
          labels: {
            ...labels,
            'sparkoperator.k8s.io/scheduled-app-name': name,
          },
        },
        spec: scheduled.spec.template,
      });
      await client.merge(path, {
        status: {
          scheduleState: 'Scheduled',
          lastRun: scheduled.status.nextRun,
          lastRunName: run,
          nextRun: nextRun(),
        },
      });
      return undefined;
    },
  });
}
