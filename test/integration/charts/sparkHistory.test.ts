import { Rendered, Renderer } from './renderer';
import { find, SPARK_JOB } from './sparkJob';

const SERVER = {
  enabled: true,
  image: { repository: 'registry.example.com/spark', tag: '4.0.4' },
};
const NAME = 'clickstream-spark-history';

describe('the History Server', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const render = (
    historyServer: object,
    { global = {}, spark = {} }: { global?: object; spark?: object } = {},
  ) =>
    charts.objects({
      global,
      spark: {
        enabled: true,
        historyServer: { ...SERVER, ...historyServer },
        jobs: { report: SPARK_JOB },
        ...spark,
      },
    });
  const propertiesOf = (made: Rendered[]) =>
    (
      find(made, 'ConfigMap', NAME) as Rendered & {
        data: Record<string, string>;
      }
    ).data['history.properties'];

  it('is not there unless it is enabled', async () => {
    const made = await render({ enabled: false });
    expect(made.filter(({ metadata }) => metadata.name === NAME)).toEqual([]);
  });

  it('reads the folder that jobs write to', async () => {
    const made = await render({ retention: '7d' });
    const { sparkConf } = find(made, 'SparkApplication', 'clickstream-report')
      .spec as { sparkConf: Record<string, string> };
    const directory = sparkConf['spark.eventLog.dir'];
    expect(directory).toMatch(/^s3a:.*\/dev\/spark-events$/);
    expect(propertiesOf(made).split('\n')).toEqual(
      expect.arrayContaining([
        `spark.history.fs.logDirectory=${directory}`,
        'spark.history.fs.cleaner.maxAge=7d',
      ]),
    );
  });

  it('starts again when its properties change, and only then', async () => {
    const mark = async (history: object) =>
      (
        find(await render(history), 'Deployment', NAME).spec.template as {
          metadata: { annotations: Record<string, string> };
        }
      ).metadata.annotations['headworks.dev/configuration'];
    const before = await mark({});
    expect(await mark({ replicas: 2 })).toBe(before);
    expect(await mark({ retention: '1d' })).not.toBe(before);
  });

  it('leaves the number of pods to its HPA', async () => {
    const made = await render({
      autoscaling: { enabled: true, min: 2, max: 5, cpu: 60 },
    });
    expect(find(made, 'Deployment', NAME).spec).not.toHaveProperty('replicas');
    expect(find(made, 'HorizontalPodAutoscaler', NAME).spec).toMatchObject({
      scaleTargetRef: { kind: 'Deployment', name: NAME },
      minReplicas: 2,
      maxReplicas: 5,
    });
    expect(find(made, 'PodDisruptionBudget', NAME).spec).toMatchObject({
      maxUnavailable: 1,
    });
  });

  it('has no budget alone, where it would hold up the drain of its node', async () => {
    const kinds = (await render({}))
      .filter(({ metadata }) => metadata.name === NAME)
      .map(({ kind }) => kind);
    expect(kinds).toContain('Deployment');
    expect(kinds).not.toContain('PodDisruptionBudget');
  });

  it('is selected by its own pods’ labels in Service, policy and budget', async () => {
    const made = await render({ replicas: 2 });
    const { metadata } = find(made, 'Deployment', NAME).spec.template as {
      metadata: { labels: Record<string, string> };
    };
    const selectors = [
      find(made, 'Service', NAME).spec.selector,
      (find(made, 'NetworkPolicy', NAME).spec.podSelector as Selector)
        .matchLabels,
      (find(made, 'PodDisruptionBudget', NAME).spec.selector as Selector)
        .matchLabels,
    ];
    for (const selector of selectors) {
      expect(metadata.labels).toMatchObject(selector as object);
      expect(selector).toHaveProperty(
        ['app.kubernetes.io/component'],
        'spark-history',
      );
    }
  });

  it('takes an override of each object', async () => {
    const override = { metadata: { annotations: { a: 'b' } } };
    const made = await render({
      override,
      replicas: 2,
      configMap: { override },
      service: { override },
      serviceAccount: { override },
      networkPolicy: { override },
      podDisruptionBudget: { override },
    });
    const own = made.filter(({ metadata }) => metadata.name === NAME);
    expect(own).toHaveLength(6);
    for (const { kind, metadata } of own) {
      expect([kind, metadata.annotations]).toEqual([
        kind,
        expect.objectContaining({ a: 'b' }),
      ]);
    }
  });
});

interface Selector {
  matchLabels: Record<string, string>;
}
