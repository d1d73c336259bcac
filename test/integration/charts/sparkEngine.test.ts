import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../cluster/processes';
import { ensurePyspark } from '../../engines/pyspark';
import {
  runSpark,
  SparkProcess,
  startSpark,
  submitLocally,
} from '../../engines/spark';
import { Rendered, Renderer } from './renderer';
import { Application, find, SPARK_JOB } from './sparkJob';

// A Spark that starts takes seconds, or minutes on a busy machine.
jest.setTimeout(300_000);

const JOB = path.resolve(__dirname, '../../engines/jobs/counting.py');

/** What the chart renders, read by a real Spark and a real History Server. */
describe('the rendered Spark configuration', () => {
  const charts = new Renderer('helm4');
  const started: SparkProcess[] = [];
  let folder: string;
  let made: Rendered[];
  let historyPort: number;
  let uiPort: number;

  beforeAll(async () => {
    await ensurePyspark();
    await charts.start();
    folder = path.join(charts.home, 'spark');
    fs.mkdirSync(path.join(folder, 'in'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'in/1.txt'), 'a b a\n');
    [historyPort, uiPort] = await freePorts(2);
    made = await charts.objects({
      global: {
        storage: { uri: `file://${folder}/storage` },
        monitoring: { enabled: true },
      },
      spark: {
        enabled: true,
        defaults: {
          sparkConf: {
            'spark.sql.shuffle.partitions': 1,
            'spark.ui.port': uiPort,
          },
        },
        eventLog: { enabled: true },
        historyServer: {
          enabled: true,
          image: SPARK_JOB.image,
          sparkConf: {
            'spark.history.ui.port': historyPort,
            'spark.history.store.path': `${folder}/store`,
            'spark.history.fs.update.interval': '1s',
          },
        },
        jobs: {
          once: {
            ...SPARK_JOB,
            dynamicAllocation: { max: 2, shuffle: 'decommission' },
          },
          always: { ...SPARK_JOB, streaming: true },
        },
      },
    });
  }, 900_000);

  afterAll(async () => {
    for (const one of started) await one.stop();
    charts.stop();
  });

  const application = (job: string) =>
    find(made, 'SparkApplication', `clickstream-${job}`)
      .spec as unknown as Application;
  const submit = (job: string, mode: string) => ({
    folder,
    arguments: submitLocally({
      name: `clickstream-${job}`,
      main: JOB,
      configuration: application(job).sparkConf,
      args: [mode, `file://${folder}/in`, `file://${folder}/out-${job}`],
    }),
  });
  const counts = (job: string) =>
    fs
      .readdirSync(path.join(folder, `out-${job}`))
      .filter(file => file.endsWith('.json'))
      .map(file =>
        fs.readFileSync(path.join(folder, `out-${job}`, file), 'utf8'),
      )
      .flatMap(text => text.trim().split('\n'))
      .sort();
  const events = () => path.join(folder, 'storage/dev/spark-events');

  it('makes the folder of the event log in the driver’s first container', async () => {
    const [first] = application('once').driver.template.spec.initContainers!;
    expect(fs.existsSync(events())).toBe(false);
    await runSpark({ folder, arguments: first.args! });
    expect(fs.readdirSync(events())).toEqual([]);
  });

  it('runs a job that leaves its event log there', async () => {
    await runSpark(submit('once', 'once'));
    expect(counts('once')).toEqual([
      '{"word":"a","count":2}',
      '{"word":"b","count":1}',
    ]);
    const [log] = fs.readdirSync(events());
    expect(log).toMatch(/^eventlog_v2_/);
    expect(fs.readdirSync(path.join(events(), log)).join(' ')).toMatch(
      /events_1_\S+\.zstd/,
    );
  });

  it('keeps the place of a streaming job in its checkpoints, and its metrics’ names', async () => {
    await runSpark(submit('always', 'stream'));
    expect(counts('always')).toHaveLength(2);
    const { env } = application('always').driver.template.spec.containers[0];
    const location = env!.find(({ name }) => name === 'CHECKPOINT_LOCATION')!;
    const checkpoints = path.join(folder, 'storage/dev/always/checkpoints');
    expect(location.value).toBe(`file://${checkpoints}`);
    expect(fs.readdirSync(checkpoints)).toEqual(['words']);

    fs.writeFileSync(path.join(folder, 'in/2.txt'), 'c\n');
    const again = await startSpark(submit('always', 'stream-on'));
    started.push(again);
    const { podMetricsEndpoints } = find(
      made,
      'PodMonitor',
      'clickstream-always',
    ).spec as { podMetricsEndpoints: Array<{ path: string }> };
    const [executors, driver] = podMetricsEndpoints.map(
      endpoint => `http://127.0.0.1:${uiPort}${endpoint.path}`,
    );
    await until(
      async () => counts('always').join(),
      text => text.includes('"c"'),
    );
    const metrics = await until(
      () => get(driver),
      text => text.includes('_words_latency_'),
    );
    for (const name of [
      'spark_streaming_words_latency_Value',
      'DAGScheduler_job_allJobs_Value',
    ]) {
      expect(metrics).toMatch(
        new RegExp(`^metrics_spark_driver_${name}\\{.* \\d+$`, 'm'),
      );
    }
    expect(await get(executors)).toMatch(
      /^metrics_executor_totalTasks_total\{.* \d+$/m,
    );
    await again.stop();
    expect(counts('always')).toEqual([
      '{"word":"a","count":2}',
      '{"word":"b","count":1}',
      '{"word":"c","count":1}',
    ]);
  });

  it('lists the runs in the History Server', async () => {
    const properties = path.join(folder, 'history.properties');
    const configuration = find(
      made,
      'ConfigMap',
      'clickstream-spark-history',
    ) as Rendered & { data: Record<string, string> };
    fs.writeFileSync(properties, configuration.data['history.properties']);
    const { spec } = find(made, 'Deployment', 'clickstream-spark-history').spec
      .template as { spec: { containers: [{ args: string[] }] } };
    started.push(
      await startSpark({
        folder,
        arguments: spec.containers[0].args.map(argument =>
          argument.replace('/etc/spark/history.properties', properties),
        ),
      }),
    );
    const list = await until(
      () => get(`http://127.0.0.1:${historyPort}/api/v1/applications`),
      text => text.includes('clickstream-always'),
    );
    expect(JSON.parse(list).map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['clickstream-once', 'clickstream-always']),
    );
    const version = `http://127.0.0.1:${historyPort}/api/v1/version`;
    expect(JSON.parse(await get(version))).toEqual({ spark: '4.0.4' });
  });
});

const get = async (url: string) => (await fetch(url)).text();

/** What can be read once that is what is waited for. */
async function until(
  read: () => Promise<string>,
  wanted: (text: string) => boolean,
): Promise<string> {
  const deadline = Date.now() + 90_000;
  let last = '';
  while (Date.now() < deadline) {
    last = await read().catch((error: Error) => String(error.cause ?? error));
    if (wanted(last)) return last;
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new Error(`waited in vain; the last was: ${last.slice(0, 2000)}`);
}
