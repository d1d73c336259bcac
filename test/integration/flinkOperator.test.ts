import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { run } from '../cluster/download';
import { freePorts } from '../cluster/processes';
import { countingJob, FlinkProcess, startFlink } from '../engines/flink';
import { FlinkRest } from '../engines/flinkRest';
import { FlinkCharts, FlinkSpec, specOf } from './charts/flink/flinkCharts';
import { Rendered } from './charts/renderer';
import { StandaloneFlink } from './standaloneFlink';

const NAME = 'clickstream-sessionize';
const JOB = {
  flinkVersion: 'v2_2',
  parallelism: 2,
  checkpoints: { interval: '1s', minPause: '1s', timeout: '1m' },
  state: { metrics: true },
  logging: { level: 'INFO', loggers: { 'org.apache.flink.runtime': 'WARN' } },
};

/** Only what asks for a Kubernetes cluster is left out; there is none here. */
const NEEDS_KUBERNETES = /^(kubernetes|high-availability|job\.autoscaler)\./;

interface TestContainer {
  name: string;
  command: string[];
  args: string[];
  env: Array<{ name: string; value: string }>;
}

interface Kubeconfig {
  clusters: Array<{
    cluster: { server: string; 'certificate-authority-data': string };
  }>;
  users: Array<{ user: { token: string } }>;
}

/** Runs a container of the rendered `helm test` pod with this machine's shell. */
async function runTest(
  objects: Rendered[],
  name: string,
  environment: Record<string, string>,
): Promise<string> {
  const pod = objects.find(({ kind }) => kind === 'Pod')!;
  const { command, args, env } = (pod.spec.containers as TestContainer[]).find(
    container => container.name === name,
  )!;
  const script = path.join(
    fs.mkdtempSync(path.join(environment.HOME, 'test-')),
    'said',
  );
  // What it prints is its answer, also when it fails.
  await run(command[0], [command[1], `{ ${args[0]}\n} > "$SAID" 2>&1`], {
    env: {
      PATH: process.env.PATH,
      SAID: script,
      ...Object.fromEntries(env.map(one => [one.name, one.value])),
      ...environment,
    },
  }).catch(() => {});
  return fs.readFileSync(script, 'utf8').trim();
}

describe('a job of the Flink operator, as it is rendered', () => {
  const charts = new FlinkCharts();
  const processes: FlinkProcess[] = [];
  let objects: Rendered[];
  let spec: FlinkSpec;
  let configuration: Record<string, string>;
  let rest: FlinkRest;
  let port: number;
  let metrics: number;
  let job: string;

  const storage = () => path.join(charts.home, 'state');
  const folder = (kind: string) =>
    path.join(storage(), 'dev', 'sessionize', kind);

  beforeAll(async () => {
    await charts.start();
    objects = await charts.job(JOB, {
      storage: { uri: `file://${storage()}` },
      monitoring: { enabled: true },
    });
    spec = specOf(objects, 'FlinkDeployment');
    configuration = Object.fromEntries(
      Object.entries(spec.flinkConfiguration).filter(
        ([key]) => !NEEDS_KUBERNETES.test(key),
      ),
    );
    const [restPort, rpc, jobManager, taskManager] = await freePorts(4);
    port = restPort;
    metrics = jobManager;
    rest = new FlinkRest(port);
    const logging = spec.logConfiguration as Record<string, string>;
    for (const role of ['session', 'taskmanager'] as const) {
      processes.push(
        await startFlink({
          role,
          folder: path.join(charts.home, role),
          configuration: {
            ...configuration,
            'jobmanager.rpc.address': '127.0.0.1',
            'jobmanager.rpc.port': `${rpc}`,
            'rest.address': '127.0.0.1',
            'rest.port': `${port}`,
            'jobmanager.memory.process.size': '1g',
            'taskmanager.host': '127.0.0.1',
            // Two pods have two addresses; two processes need two ports.
            'metrics.reporter.prom.port': `${
              role === 'session' ? jobManager : taskManager
            }`,
          },
          log4j: logging['log4j-console.properties'],
        }),
      );
    }
    await rest.until(
      'a TaskManager',
      () => rest.get<{ taskmanagers: number }>('/overview'),
      ({ taskmanagers }) => taskmanagers === 1,
    );
    job = await rest.run(new Blob([fs.readFileSync(await countingJob())]), {
      programArgsList: ['one', path.join(charts.home, 'counts')],
      parallelism: spec.job.parallelism,
    });
    await rest.running();
  }, 900_000);

  afterAll(async () => {
    for (const one of processes.reverse()) await one.stop();
    charts.stop();
  });

  it('starts a real Flink that knows each setting, by its present name', async () => {
    const known = await rest.get<Array<{ key: string; value: string }>>(
      '/jobmanager/config',
    );
    expect(known.map(({ key }) => key)).toEqual(
      expect.arrayContaining(Object.keys(configuration)),
    );
    const output = processes.map(process => process.output()).join('\n');
    expect(output).not.toMatch(/deprecated|Could not parse|unknown option/i);
  });

  it('has the checkpoints, the state backend and the restarts that the values say', async () => {
    expect(await rest.get(`/jobs/${job}/checkpoints/config`)).toMatchObject({
      mode: 'exactly_once',
      interval: 1000,
      timeout: 60_000,
      min_pause: 1000,
      tolerable_failed_checkpoints: 3,
      externalization: { enabled: true, delete_on_cancellation: false },
      state_backend: 'EmbeddedRocksDBStateBackend',
      checkpoint_storage: 'FileSystemCheckpointStorage',
    });
    const { 'execution-config': execution } = await rest.get<{
      'execution-config': Record<string, unknown>;
    }>(`/jobs/${job}/config`);
    expect(JSON.stringify(execution)).toMatch(/exponential/i);
    expect(execution).toMatchObject({ 'job-parallelism': 2 });
  });

  it('takes a checkpoint to the configured folder, and helm test finds it', async () => {
    const { latest } = await rest.until(
      'a checkpoint',
      () =>
        rest.get<{
          latest: { completed: { external_path: string } | null };
        }>(`/jobs/${job}/checkpoints`),
      answer => answer.latest.completed !== null,
    );
    const taken = latest.completed!.external_path.replace(/^file:\/*/, '/');
    expect(path.dirname(taken)).toBe(path.join(folder('checkpoints'), job));
    const local = {
      HOME: charts.home,
      REST_HOST: '127.0.0.1',
      REST_PORT: `${port}`,
      DEADLINE: '10',
    };
    expect(await runTest(objects, 'state', local)).toMatch(
      /^Flink answers, and the job wrote its checkpoint to file:\/.*\/checkpoints\//,
    );
    expect(
      await runTest(objects, 'state', { ...local, FOLDER: 's3://elsewhere' }),
    ).toMatch(/not below s3:\/\/elsewhere: the job's code sets a folder/);
    expect(
      await runTest(objects, 'state', {
        ...local,
        REST_PORT: '1',
        DEADLINE: '1',
      }),
    ).toMatch(/^Nobody answers at 127.0.0.1:1/);
  });

  it('takes a savepoint to the configured folder when none is named', async () => {
    const savepoint = await rest.savepoint(job);
    const taken = savepoint.replace(/^file:\/*/, '/');
    expect(path.dirname(taken)).toBe(folder('savepoints'));
    expect(fs.existsSync(path.join(taken, '_metadata'))).toBe(true);
  });

  it('gives Prometheus its metrics', async () => {
    const answer = await fetch(`http://127.0.0.1:${metrics}/metrics`);
    expect(await answer.text()).toMatch(
      /^flink_jobmanager_job_lastCheckpointDuration\{/m,
    );
  });

  it('logs what the values say', () => {
    expect(processes[0].output()).not.toMatch(
      / INFO +org\.apache\.flink\.runtime/,
    );
  });
});

describe('the rights of a job of the Flink operator', () => {
  const charts = new FlinkCharts();
  const flink = new StandaloneFlink(NAME);
  let objects: Rendered[];
  let local: Record<string, string>;

  beforeAll(async () => {
    await charts.start();
    objects = await charts.job(JOB);
    await flink.open(objects);
    const { clusters, users } = parse(
      fs.readFileSync(path.join(flink.home, 'kubeconfig'), 'utf8'),
    ) as Kubeconfig;
    const [{ cluster }] = clusters;
    const ca = Buffer.from(cluster['certificate-authority-data'], 'base64');
    fs.writeFileSync(path.join(flink.home, 'ca.crt'), ca);
    fs.writeFileSync(path.join(flink.home, 'token'), users[0].user.token);
    fs.writeFileSync(path.join(flink.home, 'namespace'), 'pipelines');
    local = {
      HOME: charts.home,
      API_SERVER: cluster.server,
      ACCOUNT: flink.home,
    };
  }, 900_000);

  afterAll(async () => {
    await flink.close();
    charts.stop();
  });

  it('are what helm test asks a real API server for', async () => {
    expect(await runTest(objects, 'permissions', local)).toBe(
      'The ServiceAccount may do what Flink does, and no more.',
    );
  });

  it('are named by helm test where one is missing', async () => {
    expect(
      await runTest(objects, 'permissions', {
        ...local,
        RIGHTS: 'create:pods patch:nodes',
      }),
    ).toBe(
      'The ServiceAccount may not patch nodes: look at its Role and RoleBinding.',
    );
  });
});
