import { Renderer } from './renderer';

const monitoring = { enabled: true, labels: { release: 'stack' } };

describe.each(['helm4', 'helm3'] as const)('monitoring under %s', version => {
  const charts = new Renderer(version);
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('renders nothing unless it is asked for', async () => {
    const text = await charts.template();
    expect(text).not.toMatch(/PodMonitor|metrics.reporter|9249/);
  });

  it('finds what it scrapes: labels, port and a way through the policy', async () => {
    const made = await charts.objects({ global: { monitoring } });
    const find = (kind: string) =>
      made.find(
        object =>
          object.kind === kind &&
          object.metadata.name === 'clickstream-sessionize',
      )!;
    const monitor = find('PodMonitor');
    expect(monitor.metadata.labels).toMatchObject({ release: 'stack' });
    expect(monitor.spec).toMatchObject({
      selector: { matchLabels: { app: 'clickstream-sessionize' } },
      podMetricsEndpoints: [{ port: 'metrics' }],
    });
    const { spec } = find('FlinkDeployment');
    expect(spec.flinkConfiguration).toMatchObject({
      'metrics.reporter.prom.port': '9249',
    });
    expect(spec.podTemplate).toMatchObject({
      spec: {
        containers: [{ ports: [{ name: 'metrics', containerPort: 9249 }] }],
      },
    });
    expect(JSON.stringify(find('NetworkPolicy').spec)).toContain(
      '"app.kubernetes.io/name":"prometheus"}}}],"ports":[{"port":9249}]',
    );
  });

  it('reaches a Kafka cluster and a Spark driver, too', async () => {
    const made = await charts.objects({
      global: { monitoring },
      kafka: { cluster: { create: true } },
      spark: {
        enabled: true,
        jobs: {
          report: {
            image: { repository: 'apache/spark', tag: '4.0.4' },
            main: 'local:///opt/app/report.py',
          },
        },
      },
    });
    const monitors = made.filter(({ kind }) => kind === 'PodMonitor');
    expect(
      monitors.map(({ metadata, spec }) => [
        `${metadata.namespace}/${metadata.name}`,
        spec.podMetricsEndpoints,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          'kafka/analytics-kafka',
          [{ port: 'tcp-prometheus', path: '/metrics' }],
        ],
        [
          'pipelines/clickstream-report',
          [
            { portNumber: 4040, path: '/metrics/executors/prometheus/' },
            { portNumber: 4040, path: '/metrics/prometheus/' },
          ],
        ],
      ]),
    );
    const kafka = made.find(({ kind }) => kind === 'Kafka');
    expect(kafka?.spec.kafka).toMatchObject({
      metricsConfig: { type: 'strimziMetricsReporter' },
    });
  });
});
