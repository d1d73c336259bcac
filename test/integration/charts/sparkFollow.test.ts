import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { ensureBinaries } from '../../cluster/binaries';
import { KubernetesObject } from '../../cluster/client';
import { Cluster, startCluster } from '../../cluster/cluster';
import { Discovery } from '../../cluster/discovery';
import { partialDefinitions } from '../../cluster/partialDefinitions';
import { Rendered, Renderer } from './renderer';
import { RunnerPod, SimulatedRunner } from './simulatedRunner';
import { find } from './sparkJob';

const NAMESPACE = 'pipelines';
const APPLICATIONS = `/apis/spark.apache.org/v1/namespaces/${NAMESPACE}/sparkapplications`;

interface JobSpec {
  template: { spec: RunnerPod };
}

interface Application extends KubernetesObject {
  spec: { sparkConf: Record<string, string> };
}

/** The rendered runner of a schedule, run as a process before a real API server that knows the kind in part. */
describe('the runner of a schedule in mode apache', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-follow-'));
  const charts = new Renderer('helm4');
  const runners: SimulatedRunner[] = [];
  let cluster: Cluster;
  let rendered: Rendered[];
  let runs = 0;

  beforeAll(async () => {
    const log = () => {};
    cluster = await startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries: await ensureBinaries(log),
      log,
    });
    const definition = path.join(
      await partialDefinitions(),
      'sparkapplications.spark.apache.org.yaml',
    );
    await cluster.client.create(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      parse(fs.readFileSync(definition, 'utf8')),
    );
    await cluster.client.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    await charts.start();
    rendered = await charts.case('spark/apache-prod');
    const discovery = new Discovery(cluster.client);
    for (const kind of ['ServiceAccount', 'Role', 'RoleBinding']) {
      const object = find(rendered, kind, 'billing-nightly-runner');
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

  const jobSpec = () => {
    const { spec } = find(rendered, 'CronJob', 'billing-nightly');
    return (spec as unknown as { jobTemplate: { spec: JobSpec } }).jobTemplate
      .spec;
  };

  async function newJob() {
    runs += 1;
    return cluster.client.create(
      `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`,
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: `billing-nightly-2940603${runs}` },
        spec: jobSpec(),
      },
    );
  }

  async function run(job: KubernetesObject) {
    const { data } = find(
      rendered,
      'ConfigMap',
      'billing-nightly',
    ) as unknown as { data: Record<string, string> };
    const pod = jobSpec().template.spec;
    const runner = await SimulatedRunner.start({
      ...{ cluster, namespace: NAMESPACE, job, pod, files: data },
      folder: path.join(home, `runner-${runners.length}`),
    });
    runners.push(runner);
    return runner;
  }

  /** What the operator would write, state by state. */
  async function becomes(job: KubernetesObject, ...states: string[]) {
    const history = Object.fromEntries(
      states.map((state, index) => [index, { currentStateSummary: state }]),
    );
    await cluster.client.merge(`${APPLICATIONS}/${job.metadata.name}/status`, {
      status: {
        currentState: {
          currentStateSummary: states.at(-1),
          message: 'as an operator says it: "so", and {so}',
        },
        stateTransitionHistory: history,
      },
    });
  }

  async function says(runner: SimulatedRunner, sentence: string) {
    const deadline = Date.now() + 30_000;
    while (!runner.output.includes(sentence)) {
      if (Date.now() > deadline) throw new Error(runner.output);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('creates the application of the run, owned by its Job, and ends well with it', async () => {
    const job = await newJob();
    const { name } = job.metadata;
    const runner = await run(job);
    await says(runner, `Created the SparkApplication ${name}.`);
    const made = await cluster.client.get<Application>(
      `${APPLICATIONS}/${name}`,
    );
    expect(made.metadata).toMatchObject({
      labels: {
        'headworks.dev/pipeline': 'billing',
        'headworks.dev/environment': 'prod',
        'headworks.dev/job': 'nightly',
      },
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'Job', name, uid: job.metadata.uid },
      ],
    });
    expect(made.spec.sparkConf).toMatchObject({
      'spark.kubernetes.container.image': 'registry.example.com/billing:5.0.1',
      'spark.kubernetes.authenticate.driver.serviceAccountName':
        'billing-nightly',
      'spark.dynamicAllocation.maxExecutors': '8',
    });

    await becomes(job, 'Submitted', 'RunningHealthy');
    await says(runner, `The SparkApplication ${name} is RunningHealthy.`);
    await becomes(job, 'Submitted', 'Succeeded', 'ResourceReleased');
    expect(await runner.ended).toBe(0);
  });

  it('waits while the operator tries again, and fails where the run has failed', async () => {
    const job = await newJob();
    const { name } = job.metadata;
    const runner = await run(job);
    await says(runner, 'Created');
    await becomes(job, 'Submitted', 'Failed', 'ScheduledToRestart');
    await says(runner, `The SparkApplication ${name} is ScheduledToRestart.`);
    await becomes(
      job,
      ...['Submitted', 'Failed', 'ScheduledToRestart', 'Failed'],
      'TerminatedWithoutReleaseResources',
    );
    expect(await runner.ended).toBe(1);
  });

  it('follows what a lost runner made instead of making a second', async () => {
    const job = await newJob();
    const { name } = job.metadata;
    const first = await run(job);
    await says(first, 'Created');
    await first.lose();
    const second = await run(job);
    await says(second, `The SparkApplication ${name} is there already.`);
    await cluster.client.delete(`${APPLICATIONS}/${name}`);
    expect([await second.ended, second.output]).toEqual([
      1,
      expect.stringContaining(`The SparkApplication ${name} is gone.`),
    ]);
  });

  it('has a `helm test` for its rights', async () => {
    const { spec } = find(rendered, 'Pod', 'billing-nightly-runner-test');
    const [{ command, env }] = (
      spec as unknown as {
        containers: Array<{
          command: string[];
          env: Array<{ name: string; value: string }>;
        }>;
      }
    ).containers;
    const account = path.join(home, 'runner-0');
    fs.writeFileSync(path.join(account, 'namespace'), NAMESPACE);
    const ask = (needs: object = {}) =>
      promisify(execFile)(command[0], command.slice(1), {
        env: {
          ...process.env,
          ...Object.fromEntries(env.map(({ name, value }) => [name, value])),
          ...{ ACCOUNT: account, API_SERVER: cluster.url, ...needs },
        },
      });
    expect((await ask()).stdout).toBe(
      'The ServiceAccount may do what a runner does.\n',
    );
    await expect(
      ask({ NEEDS: 'get:sparkapplications:spark.apache.org delete:pods' }),
    ).rejects.toMatchObject({
      code: 1,
      stdout:
        'The ServiceAccount may not delete pods: look at its Role and RoleBinding.\n',
    });
  });

  it('says what the API server refuses, and leaves it to a further try', async () => {
    await cluster.client.delete(
      `/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}/rolebindings/billing-nightly-runner`,
    );
    const runner = await run(await newJob());
    expect([await runner.ended, runner.output]).toEqual([
      2,
      expect.stringContaining('cannot create resource \\"sparkapplications\\"'),
    ]);
  });
});
