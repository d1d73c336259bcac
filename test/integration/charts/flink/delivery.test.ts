import { FlinkCharts } from './flinkCharts';

describe('what a Flink job’s sinks promise', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('reaches the code that builds them: prefix, timeout and isolation', async () => {
    expect(
      await charts.environment({
        delivery: 'exactly-once',
        transactions: { timeout: '10m' },
      }),
    ).toMatchObject({
      KAFKA_DELIVERY_GUARANTEE: 'exactly-once',
      KAFKA_TRANSACTIONAL_ID_PREFIX: 'clickstream-dev-sessionize',
      KAFKA_TRANSACTION_TIMEOUT_MS: '600000',
      KAFKA_ISOLATION_LEVEL: 'read_committed',
    });
  });

  it('has the brokers’ limit as its timeout unless the job says otherwise', async () => {
    const job = { delivery: 'exactly-once' };
    const usual = await charts.environment(job);
    expect(usual.KAFKA_TRANSACTION_TIMEOUT_MS).toBe('900000');
    const raised = await charts.environment(job, {
      kafka: { transactionMaxTimeout: '1h' },
    });
    expect(raised.KAFKA_TRANSACTION_TIMEOUT_MS).toBe('3600000');
  });

  it('is at least once where that is enough', async () => {
    const job = { delivery: 'at-least-once' };
    const environment = await charts.environment(job);
    expect(environment.KAFKA_DELIVERY_GUARANTEE).toBe('at-least-once');
    expect(environment).not.toHaveProperty('KAFKA_ISOLATION_LEVEL');
    const { flinkConfiguration } = await charts.deployment(job);
    expect(flinkConfiguration['execution.checkpointing.mode']).toBe(
      'AT_LEAST_ONCE',
    );
  });
});
