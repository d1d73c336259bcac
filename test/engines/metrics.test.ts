import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../cluster/processes';
import { Renderer } from '../integration/charts/renderer';
import { countingJob, FlinkProcess, startFlink } from './flink';
import { FlinkRest } from './flinkRest';
import { javaEnvironment } from './java';
import { Kafka, kafkaCommand, startKafkaProcess } from './kafka';
import { kafkaHome } from './kafkaHome';
import { metricsAskedFor, missingAfterAWhile, scrape } from './metrics';
import { SparkProcess, startSpark, submitLocally } from './spark';

/** Alerts and dashboards may ask only for what the engines offer, as the charts configure them. */
describe('the metrics that alerts and dashboards ask for', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-metrics-'));
  const charts = new Renderer('helm4');
  const running: { stop(): Promise<void> }[] = [];

  beforeAll(() => charts.start(), 900_000);

  afterEach(async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
  });

  afterAll(() => {
    charts.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** What the operator is asked for. */
  async function settings(name: string, job: string) {
    const object = (await charts.case(name)).find(
      ({ kind, metadata }) =>
        /^(FlinkDeployment|SparkApplication)$/.test(kind) &&
        metadata.name === job,
    );
    return object!.spec;
  }

  it('are those of a real Flink with a job', async () => {
    const spec = await settings('flink/operator-prod', 'sessions-sessionize');
    const rendered = spec.flinkConfiguration as Record<string, string>;
    const [port, rpc, first, second] = await freePorts(4);
    const start = async (
      role: 'session' | 'taskmanager',
      metrics: number,
    ): Promise<FlinkProcess> =>
      startFlink({
        role,
        folder: path.join(folder, role),
        configuration: {
          'metrics.reporter.prom.factory.class':
            rendered['metrics.reporter.prom.factory.class'],
          'metrics.reporter.prom.port': `${metrics}`,
          'jobmanager.rpc.address': '127.0.0.1',
          'jobmanager.rpc.port': `${rpc}`,
          'jobmanager.memory.process.size': '1g',
          'rest.address': '127.0.0.1',
          'rest.port': `${port}`,
          'taskmanager.host': '127.0.0.1',
          'execution.checkpointing.interval': '1s',
          'execution.checkpointing.dir': `file://${folder}/checkpoints`,
        },
      });
    running.push(await start('session', first));
    running.push(await start('taskmanager', second));
    const rest = new FlinkRest(port);
    await rest.until(
      'a TaskManager',
      () => rest.get<{ taskmanagers: number }>('/overview'),
      ({ taskmanagers }) => taskmanagers === 1,
    );
    await rest.run(new Blob([fs.readFileSync(await countingJob())]), {
      programArgsList: ['one', path.join(folder, 'counts')],
    });
    const wanted = metricsAskedFor(
      'flink',
      /flink_(job|task)manager_\w+/,
    ).filter(
      // Flink's Kafka source has it; the job of this test reads none.
      name => !name.endsWith('_pendingRecords'),
    );
    expect(wanted.length).toBeGreaterThan(10);
    const look = () =>
      scrape(`http://127.0.0.1:${first}`, `http://127.0.0.1:${second}`);
    expect(await missingAfterAWhile(wanted, look)).toEqual([]);
  }, 300_000);

  it('are those of a real Spark driver with a streaming query', async () => {
    const spec = await settings('spark/kubeflow-prod', 'reports-sum');
    const rendered = Object.entries(spec.sparkConf as Record<string, string>);
    const [port] = await freePorts(1);
    const input = path.join(folder, 'words');
    fs.mkdirSync(input);
    fs.writeFileSync(path.join(input, 'a.txt'), 'to be or not to be');
    const spark: SparkProcess = await startSpark({
      folder: path.join(folder, 'spark'),
      arguments: submitLocally({
        name: 'words',
        main: path.join(__dirname, 'jobs/counting.py'),
        args: ['stream-on', input, path.join(folder, 'counted')],
        configuration: {
          ...Object.fromEntries(
            rendered.filter(([key]) =>
              /^spark\.(metrics|ui\.prometheus|sql\.streaming\.metrics)/.test(
                key,
              ),
            ),
          ),
          'spark.ui.port': `${port}`,
          'spark.sql.streaming.checkpointLocation': `file://${folder}/query`,
        },
      }),
    });
    running.push(spark);
    const wanted = [
      ...metricsAskedFor('spark', /metrics_executor_\w+/),
      ...metricsAskedFor('spark', /metrics_spark_driver_[\w.+]+/),
    ];
    expect(wanted.length).toBeGreaterThan(10);
    const look = () =>
      scrape(
        `http://127.0.0.1:${port}/metrics/executors/prometheus/`,
        `http://127.0.0.1:${port}/metrics/prometheus/`,
      );
    expect(await missingAfterAWhile(wanted, look)).toEqual([]);
  }, 300_000);

  it('have a bean in a real Kafka, which Strimzi’s reporter and the JMX agent name alike', async () => {
    const [client, controller, jmx] = await freePorts(3);
    const properties = path.join(folder, 'server.properties');
    fs.writeFileSync(
      properties,
      `node.id=0
process.roles=broker,controller
controller.quorum.voters=0@127.0.0.1:${controller}
controller.listener.names=CONTROLLER
listeners=PLAIN://127.0.0.1:${client},CONTROLLER://127.0.0.1:${controller}
listener.security.protocol.map=PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAIN
offsets.topic.replication.factor=1
log.dirs=${folder}/data
`,
    );
    const format = ['format', '--cluster-id', 'headworks-metrics-test'];
    await kafkaCommand('kafka-storage', [...format, '--config', properties]);
    const home = await kafkaHome(() => {});
    const remote = {
      'com.sun.management.jmxremote.port': jmx,
      'com.sun.management.jmxremote.rmi.port': jmx,
      'com.sun.management.jmxremote.host': '127.0.0.1',
      'com.sun.management.jmxremote.authenticate': false,
      'com.sun.management.jmxremote.ssl': false,
      'java.rmi.server.hostname': '127.0.0.1',
    };
    const kafka: Kafka = await startKafkaProcess(
      [path.join(home, 'bin/kafka-server-start.sh'), properties],
      {
        ...(await javaEnvironment(17, () => {})),
        KAFKA_OPTS: Object.entries(remote)
          .map(([key, value]) => `-D${key}=${value}`)
          .join(' '),
      },
    );
    running.push(kafka);
    const topics = ['--bootstrap-server', `127.0.0.1:${client}`, '--create'];
    await kafkaCommand('kafka-topics', [...topics, '--topic', 'clicks']);
    const wanted = metricsAskedFor('kafka', /kafka_(server|controller)_\w+/);
    expect(wanted.length).toBeGreaterThan(8);
    const look = async () =>
      namesOfBeans(
        await kafkaCommand('kafka-jmx', [
          ...['--one-time', '--report-format', 'properties', '--jmx-url'],
          `service:jmx:rmi:///jndi/rmi://127.0.0.1:${jmx}/jmxrmi`,
        ]),
      );
    expect(await missingAfterAWhile(wanted, look, 30)).toEqual([]);
  }, 300_000);
});

/** `kafka.server:type=ReplicaManager,name=LeaderCount:Value=1` as a metric's name; what is counted gets `_total`. */
function namesOfBeans(listing: string): Set<string> {
  const beans = listing.matchAll(
    /^kafka\.(\w+):type=([^,:]+),name=([^,:]+)(?:,[^:]+)?:(Value|Count)=/gm,
  );
  return new Set(
    [...beans].map(([, domain, type, name, attribute]) =>
      [
        `kafka_${domain}_${type}_${name}`.toLowerCase(),
        ...(attribute === 'Count' ? ['total'] : []),
      ].join('_'),
    ),
  );
}
