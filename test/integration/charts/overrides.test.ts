import { Renderer } from './renderer';

const MARK = { metadata: { annotations: { 'example.com/mark': 'mine' } } };
const override = { override: MARK };

/** Engines' own objects are with their engine's tests; here is what stands beside them. */
describe('an override', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  async function marked(name: string, values: object) {
    const made = await charts.case(name, values);
    return made
      .filter(
        ({ metadata }) => metadata.annotations?.['example.com/mark'] === 'mine',
      )
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
      .sort();
  }

  it('reaches what stands beside a Connect cluster', async () => {
    const objects = {
      kafkaUser: override,
      kafkaAccess: override,
      podMonitor: override,
      prometheusRule: override,
    };
    expect(
      await marked('kafka/strimzi-access-prod', {
        kafka: { connect: { sinks: { objects } } },
      }),
    ).toEqual([
      'KafkaAccess warehouse-prod-sinks-kafka',
      'KafkaUser warehouse-prod-sinks',
      'PodMonitor warehouse-sinks-connect',
      'PrometheusRule warehouse-sinks-connect',
    ]);
  });

  it('reaches what helm test makes, and leaves it a hook', async () => {
    const clientTest = {
      pod: override,
      kafkaUser: override,
      externalSecret: override,
    };
    const values = { kafka: { clientTest } };
    expect(await marked('kafka/strimzi-store-prod', values)).toEqual([
      'ExternalSecret ledger-prod-kafka-test-kafka',
      'KafkaUser ledger-prod-kafka-test',
      'Pod ledger-kafka-test',
    ]);
    for (const { metadata } of await charts.case(
      'kafka/strimzi-store-prod',
      values,
    )) {
      if (!metadata.annotations?.['example.com/mark']) continue;
      expect(metadata.annotations['helm.sh/hook']).toBe('test');
    }
  });

  it('reaches what stands beside a Strimzi cluster, and dashboards', async () => {
    const objects = { podMonitor: override, prometheusRule: override };
    expect(
      await marked('umbrella/everything-prod', {
        kafka: { cluster: { objects }, dashboard: override },
        flink: { dashboard: override },
        spark: { dashboard: override },
      }),
    ).toEqual([
      'ConfigMap everything-flink-dashboard',
      'ConfigMap everything-kafka-dashboard',
      'ConfigMap everything-spark-dashboard',
      'PodMonitor everything-kafka',
      'PrometheusRule everything-kafka',
    ]);
  });

  it('reaches each of a job’s role bindings, and makes none', async () => {
    expect(
      await marked('kafka/confluent-rbac-prod', {
        flink: {
          jobs: { settle: { objects: { confluentRolebinding: override } } },
        },
        spark: { jobs: { audit: { confluentRolebinding: override } } },
      }),
    ).toEqual([
      'ConfluentRolebinding invoices-prod-audit-reads',
      'ConfluentRolebinding invoices-prod-settle-reads',
      'ConfluentRolebinding invoices-prod-settle-writes',
    ]);
  });
});
