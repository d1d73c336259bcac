import { FlinkCharts } from './flinkCharts';

describe('checkpoints and state of a Flink job', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const NEW = {
    'execution.checkpointing.dir': expect.stringMatching(/checkpoints$/),
    'execution.checkpointing.savepoint-dir':
      expect.stringMatching(/savepoints$/),
    'execution.checkpointing.incremental': 'true',
    'execution.checkpointing.num-retained': '3',
    'execution.checkpointing.unaligned.enabled': 'true',
  };
  const OLD = {
    'state.checkpoints.dir': expect.stringMatching(/checkpoints$/),
    'state.savepoints.dir': expect.stringMatching(/savepoints$/),
    'state.backend.incremental': 'true',
    'state.checkpoints.num-retained': '3',
    'execution.checkpointing.unaligned': 'true',
  };

  it.each([
    ['v2_2', NEW, OLD],
    ['v2_0', NEW, OLD],
    ['v1_20', OLD, NEW],
    ['v1_19', OLD, NEW],
  ])(
    'are spelt as %s reads them, never both ways',
    async (flinkVersion, read, not) => {
      const { flinkConfiguration } = await charts.deployment({
        flinkVersion,
        checkpoints: { unaligned: true },
      });
      expect(flinkConfiguration).toMatchObject(read);
      const keys = Object.keys(flinkConfiguration);
      expect(keys.filter(key => key in not)).toEqual([]);
    },
  );

  it('are careful by default', async () => {
    const { flinkConfiguration } = await charts.deployment({});
    expect(flinkConfiguration).toMatchObject({
      'execution.checkpointing.interval': '1m',
      'execution.checkpointing.mode': 'EXACTLY_ONCE',
      'execution.checkpointing.timeout': '10m',
      'execution.checkpointing.min-pause': '30s',
      'execution.checkpointing.tolerable-failed-checkpoints': '3',
      'execution.checkpointing.externalized-checkpoint-retention':
        'RETAIN_ON_CANCELLATION',
      'state.backend.type': 'rocksdb',
      'state.backend.rocksdb.timer-service.factory': 'ROCKSDB',
      'taskmanager.memory.managed.fraction': '0.4',
      'restart-strategy.type': 'exponential-delay',
      'restart-strategy.exponential-delay.initial-backoff': '1s',
      'restart-strategy.exponential-delay.max-backoff': '2m',
      'restart-strategy.exponential-delay.backoff-multiplier': '1.5',
      'restart-strategy.exponential-delay.reset-backoff-threshold': '1h',
      'pipeline.max-parallelism': '360',
      'kubernetes.operator.savepoint.format.type': 'NATIVE',
    });
  });

  it('follow what the job says, and flinkConfiguration has the last word', async () => {
    const { flinkConfiguration } = await charts.deployment({
      checkpoints: {
        interval: '10m',
        tolerableFailures: 0,
        keepOnCancel: false,
        savepointFormat: 'canonical',
        savepointEvery: '6h',
      },
      restart: { strategy: 'fixed-delay', attempts: 5, initialBackoff: '20s' },
      state: { managedFraction: 0.6, timers: 'heap', metrics: true },
      maxParallelism: 720,
      flinkConfiguration: { 'execution.checkpointing.timeout': '1h' },
    });
    expect(flinkConfiguration).toMatchObject({
      'execution.checkpointing.interval': '10m',
      'execution.checkpointing.tolerable-failed-checkpoints': '0',
      'execution.checkpointing.externalized-checkpoint-retention':
        'DELETE_ON_CANCELLATION',
      'execution.checkpointing.timeout': '1h',
      'kubernetes.operator.savepoint.format.type': 'CANONICAL',
      'kubernetes.operator.periodic.savepoint.interval': '6h',
      'restart-strategy.fixed-delay.attempts': '5',
      'restart-strategy.fixed-delay.delay': '20s',
      'taskmanager.memory.managed.fraction': '0.6',
      'state.backend.rocksdb.timer-service.factory': 'HEAP',
      'state.backend.rocksdb.metrics.estimate-num-keys': 'true',
      'pipeline.max-parallelism': '720',
    });
  });

  it('leave RocksDB out where state is on the heap', async () => {
    const { flinkConfiguration } = await charts.deployment({
      state: { backend: 'hashmap' },
    });
    expect(JSON.stringify(flinkConfiguration)).not.toMatch(
      /rocksdb|incremental|managed/,
    );
  });

  it('have a volume of their own in TaskManagers alone', async () => {
    const onNode = await charts.deployment({
      state: { local: { size: '20Gi' } },
    });
    expect(onNode.flinkConfiguration['state.backend.rocksdb.localdir']).toBe(
      '/opt/flink/state',
    );
    expect(onNode.taskManager).toMatchObject({
      podTemplate: {
        spec: { volumes: [{ name: 'state', emptyDir: { sizeLimit: '20Gi' } }] },
      },
    });
    expect(onNode.jobManager).not.toHaveProperty('podTemplate');
    const onDisk = await charts.deployment({
      state: { local: { size: '1Ti', storageClass: 'fast' } },
    });
    expect(JSON.stringify(onDisk.taskManager)).toContain(
      '"storageClassName":"fast"',
    );
  });
});
