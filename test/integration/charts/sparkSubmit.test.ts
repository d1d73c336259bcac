import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBinaries } from '../../cluster/binaries';
import { KubernetesObject } from '../../cluster/client';
import { Cluster, startCluster } from '../../cluster/cluster';
import { Discovery } from '../../cluster/discovery';
import { javaEnvironment } from '../../engines/java';
import { ensurePyspark } from '../../engines/pyspark';
import { Rendered, Renderer } from './renderer';
import { RunnerPod, SimulatedRunner } from './simulatedRunner';

const NAMESPACE = 'pipelines';
const CORE = `/api/v1/namespaces/${NAMESPACE}`;

interface Pod extends KubernetesObject {
  spec: {
    serviceAccountName: string;
    imagePullSecrets: object[];
    nodeSelector: object;
    priorityClassName: string;
    activeDeadlineSeconds: number;
    securityContext: object;
    containers: Array<{
      name: string;
      image: string;
      args: string[];
      resources: object;
      securityContext: object;
      env: Array<{ name: string; value?: string }>;
      volumeMounts: Array<{ name: string; mountPath: string }>;
    }>;
  };
}

/** A real spark-submit, run as the rendered Job says, makes real drivers on a real API server. */
describe('spark-submit in mode submit', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-submit-'));
  const charts = new Renderer('helm4');
  const runners: SimulatedRunner[] = [];
  let cluster: Cluster;
  let rendered: Rendered[];
  let spark: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const log = () => {};
    spark = {
      ...(await javaEnvironment(17, log)),
      SPARK_HOME: path.join(await ensurePyspark(), 'pyspark'),
      SPARK_LOCAL_IP: '127.0.0.1',
    };
    cluster = await startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries: await ensureBinaries(log),
      log,
    });
    await charts.start();
    await cluster.client.apply(`/api/v1/namespaces/${NAMESPACE}`, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: NAMESPACE,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    const priorities = '/apis/scheduling.k8s.io/v1/priorityclasses';
    await cluster.client.create(priorities, {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'pipelines' },
      value: 1000,
    });
    rendered = await charts.case('spark/submit-prod');
    const discovery = new Discovery(cluster.client);
    for (const object of rendered) {
      if (object.apiVersion.startsWith('monitoring.')) continue;
      const at = await discovery.collection(object, NAMESPACE);
      await cluster.client.create(at, object);
    }
  }, 900_000);

  afterAll(async () => {
    for (const runner of runners) await runner.lose();
    await cluster?.stop();
    charts.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  function find<T extends KubernetesObject>(kind: string, name: RegExp): T {
    return rendered.find(
      object => object.kind === kind && name.test(object.metadata.name),
    ) as unknown as T;
  }

  /** Runs a Job's pod, as the Job controller and a kubelet would. */
  async function run(job: KubernetesObject, pod: RunnerPod, config: RegExp) {
    const { data } = find<KubernetesObject & { data: Record<string, string> }>(
      'ConfigMap',
      config,
    );
    const runner = await SimulatedRunner.start({
      ...{ cluster, namespace: NAMESPACE, job, pod, files: data },
      folder: path.join(home, `runner-${runners.length}`),
      image: spark,
    });
    runners.push(runner);
    return runner;
  }

  async function backfill() {
    const { metadata, spec } = find<
      KubernetesObject & { spec: { template: { spec: RunnerPod } } }
    >('Job', /backfill/);
    const job = await cluster.client.get(
      `/apis/batch/v1/namespaces/${NAMESPACE}/jobs/${metadata.name}`,
    );
    return { job, runner: await run(job, spec.template.spec, /backfill/) };
  }

  /** Asks until there is an answer; what the runner wrote is in the error. */
  async function until<T>(runner: SimulatedRunner, ask: () => Promise<T>) {
    const deadline = Date.now() + 90_000;
    for (;;) {
      const answer = await ask().catch(() => undefined);
      if (answer) return answer;
      if (Date.now() > deadline) throw new Error(runner.output.slice(-4000));
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  const driver = (name: string, runner: SimulatedRunner) =>
    until(runner, () => cluster.client.get<Pod>(`${CORE}/pods/${name}`));

  const becomes = (pod: string, phase: string) =>
    cluster.client.merge(`${CORE}/pods/${pod}/status`, { status: { phase } });

  const owned = async (kind: string, pod: Pod) =>
    (await cluster.client.list(`${CORE}/${kind}`)).items.filter(
      ({ metadata }) =>
        JSON.stringify(metadata.ownerReferences ?? []).includes(
          pod.metadata.uid!,
        ),
    );

  const TIME = 120_000;

  it(
    'makes the driver that the values ask for, admitted as restricted, and ends well when it does',
    async () => {
      const { job, runner } = await backfill();
      const name = `${job.metadata.name}-driver`;
      const pod = await driver(name, runner);

      expect(pod.metadata.labels).toMatchObject({
        'headworks.dev/pipeline': 'ledger',
        'headworks.dev/environment': 'prod',
        'headworks.dev/job': 'backfill',
        'spark-role': 'driver',
      });
      expect(pod.metadata.ownerReferences).toEqual([
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          name: job.metadata.name,
          uid: job.metadata.uid,
        },
      ]);
      expect(pod.spec).toMatchObject({
        serviceAccountName: 'ledger-backfill',
        imagePullSecrets: [{ name: 'registry' }],
        nodeSelector: { pool: 'batch' },
        priorityClassName: 'pipelines',
        activeDeadlineSeconds: 14400,
        securityContext: { runAsNonRoot: true, runAsUser: 185, fsGroup: 185 },
      });
      const [container] = pod.spec.containers;
      expect(container).toMatchObject({
        name: 'spark-kubernetes-driver',
        image: 'registry.example.com/ledger:2.4.0',
        resources: {
          requests: { cpu: '1', memory: '2432Mi' },
          limits: { memory: '2432Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        },
      });
      expect(container.args).toEqual([
        ...['driver', '--properties-file', '/opt/spark/conf/spark.properties'],
        ...['--class', 'com.example.Backfill', 'local:///opt/app/ledger.jar'],
        ...['--from', '2026-01-01', 'pipeline $(KAFKA_GROUP_ID)'],
      ]);
      expect(
        container.volumeMounts.map(mount => `${mount.name} ${mount.mountPath}`),
      ).toEqual(
        expect.arrayContaining([
          'kafka-user /etc/kafka/user',
          'kafka-ca /etc/kafka/ca',
          'rates /etc/rates',
        ]),
      );
      expect(container.env).toEqual(
        expect.arrayContaining([
          { name: 'KAFKA_GROUP_ID', value: 'ledger-prod-backfill' },
          {
            name: 'RATES_TOKEN',
            valueFrom: { secretKeyRef: { name: 'rates', key: 'token' } },
          },
        ]),
      );

      const service = await until(
        runner,
        async () => (await owned('services', pod))[0],
      );
      expect(service.metadata.labels).toMatchObject({
        'headworks.dev/job': 'backfill',
      });
      const maps = await until(runner, async () => {
        const found = await owned('configmaps', pod);
        return found.length === 2 && JSON.stringify(found);
      });
      expect(maps).toContain('spark.sql.shuffle.partitions=64');
      expect(maps).toContain('name: spark-kubernetes-executor');

      await becomes(name, 'Succeeded');
      expect([await runner.ended, runner.output]).toEqual([
        0,
        expect.stringContaining(`The driver ${name} is Succeeded.`),
      ]);
    },
    TIME,
  );

  it(
    'fails where the driver fails, and a further try has a new driver',
    async () => {
      const { job, runner } = await backfill();
      expect([await runner.ended, runner.output]).toEqual([
        0,
        expect.not.stringContaining('deploy-mode'),
      ]);

      const name = `${job.metadata.name}-driver`;
      const first = await driver(name, runner);
      await becomes(name, 'Failed');
      const { runner: second } = await backfill();
      await until(second, async () => {
        const { metadata } = await driver(name, second);
        return metadata.uid !== first.metadata.uid;
      });
      await becomes(name, 'Failed');
      expect([await second.ended, second.output]).toEqual([
        1,
        expect.stringContaining(`The driver ${name} is Failed.`),
      ]);
    },
    TIME,
  );

  it(
    'follows the driver of a runner that was lost instead of starting a second',
    async () => {
      const { metadata, spec } = find<
        KubernetesObject & {
          spec: { jobTemplate: { spec: { template: { spec: RunnerPod } } } };
        }
      >('CronJob', /nightly/);
      const job = await cluster.client.create(
        `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`,
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          metadata: { name: `${metadata.name}-29406030` },
          spec: spec.jobTemplate.spec,
        },
      );
      const pod = spec.jobTemplate.spec.template.spec;
      const name = `${job.metadata.name}-driver`;
      const first = await run(job, pod, /nightly/);
      const made = await driver(name, first);
      await becomes(name, 'Running');
      await first.lose();

      const second = await run(job, pod, /nightly/);
      await until(second, async () => second.output.includes('is Running'));
      await becomes(name, 'Succeeded');
      expect(await second.ended).toBe(0);
      const { items } = await cluster.client.list(
        `${CORE}/pods?labelSelector=headworks.dev%2Fjob%3Dnightly%2Cspark-role%3Ddriver`,
      );
      expect(items.map(({ metadata: { uid } }) => uid)).toEqual([
        made.metadata.uid,
      ]);
    },
    TIME,
  );
});
