import { FlinkCharts, specOf } from './flinkCharts';

describe('how many pods a Flink job has', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('is left to the autoscaler, within limits', async () => {
    const { flinkConfiguration, mode } = await charts.deployment({
      autoscaler: { minParallelism: 2, maxParallelism: 24, window: '10m' },
    });
    expect(mode).toBe('native');
    expect(flinkConfiguration).toMatchObject({
      'job.autoscaler.enabled': 'true',
      'job.autoscaler.vertex.min-parallelism': '2',
      'job.autoscaler.vertex.max-parallelism': '24',
      'job.autoscaler.metrics.window': '10m',
    });
  });

  it('is left to a HorizontalPodAutoscaler, and the chart names no number then', async () => {
    const made = await charts.job({ reactive: { min: 2, max: 6, cpu: 60 } });
    const spec = specOf(made, 'FlinkDeployment');
    expect(spec).toMatchObject({
      mode: 'standalone',
      flinkConfiguration: { 'scheduler-mode': 'reactive' },
    });
    expect(spec.taskManager).not.toHaveProperty('replicas');
    expect(specOf(made, 'HorizontalPodAutoscaler')).toMatchObject({
      scaleTargetRef: {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        name: 'clickstream-sessionize',
      },
      minReplicas: 2,
      maxReplicas: 6,
      metrics: [
        { resource: { name: 'cpu', target: { averageUtilization: 60 } } },
      ],
    });
    const { rules } = made.find(({ kind }) => kind === 'Role') as unknown as {
      rules: Array<{ resources: string[] }>;
    };
    expect(rules.flatMap(({ resources }) => resources)).toEqual(['configmaps']);
  });

  it('shrinks by one pod of a role at a time when nodes are drained', async () => {
    const budgets = (await charts.job({ jobManager: { replicas: 2 } })).filter(
      ({ kind }) => kind === 'PodDisruptionBudget',
    );
    expect(budgets.map(({ spec }) => spec)).toEqual([
      {
        selector: {
          matchLabels: {
            app: 'clickstream-sessionize',
            component: 'jobmanager',
          },
        },
        maxUnavailable: 1,
      },
      {
        selector: {
          matchLabels: {
            app: 'clickstream-sessionize',
            component: 'taskmanager',
          },
        },
        minAvailable: 1,
      },
    ]);
  });

  it('has no budget for a single pod, which would stop every drain', async () => {
    const kinds = (await charts.job({ parallelism: 1 })).map(
      ({ kind }) => kind,
    );
    expect(kinds).not.toContain('PodDisruptionBudget');
  });
});
