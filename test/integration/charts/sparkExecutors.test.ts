import { Renderer } from './renderer';
import { renderJob } from './sparkJob';

describe('executors of a Spark job', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('are as many as one says', async () => {
    const { executor, dynamicAllocation } = await renderJob(charts, {
      executor: { instances: 7, cores: 4, memory: '8g' },
      dynamicAllocation: { enabled: false, max: 3 },
    });
    expect(executor).toMatchObject({ instances: 7, cores: 4, memory: '8g' });
    expect(dynamicAllocation).toBeUndefined();
  });

  it('are as many as there is work for, and keep shuffle data while it is needed', async () => {
    const { executor, dynamicAllocation, sparkConf } = await renderJob(charts, {
      dynamicAllocation: { min: 2, max: 9, initial: 4, idleTimeout: '90s' },
    });
    expect(dynamicAllocation).toEqual({
      enabled: true,
      minExecutors: 2,
      initialExecutors: 4,
      maxExecutors: 9,
      shuffleTrackingEnabled: true,
    });
    expect(executor).not.toHaveProperty('instances');
    expect(sparkConf['spark.dynamicAllocation.executorIdleTimeout']).toBe(
      '90s',
    );
    expect(Object.keys(sparkConf)).not.toContain(
      'spark.dynamicAllocation.enabled',
    );
    expect(sparkConf).not.toHaveProperty(['spark.decommission.enabled']);
  });

  it('hand shuffle data over before they go, instead', async () => {
    const { dynamicAllocation, sparkConf } = await renderJob(charts, {
      dynamicAllocation: { max: 9, shuffle: 'decommission' },
      decommission: { fallback: true },
    });
    expect(dynamicAllocation).toMatchObject({
      minExecutors: 0,
      initialExecutors: 0,
      shuffleTrackingEnabled: false,
    });
    expect(sparkConf).toMatchObject({
      'spark.decommission.enabled': 'true',
      'spark.storage.decommission.enabled': 'true',
      'spark.storage.decommission.shuffleBlocks.enabled': 'true',
      'spark.storage.decommission.rddBlocks.enabled': 'true',
      'spark.storage.decommission.fallbackStorage.path':
        's3a://playground/clickstream/dev/report/fallback/',
      'spark.storage.decommission.fallbackStorage.cleanUp': 'true',
    });
  });

  it('run on spot nodes, and the driver stays', async () => {
    const { driver, executor, sparkConf } = await renderJob(charts, {
      pod: { tolerations: { batch: { key: 'batch', operator: 'Exists' } } },
      spot: {
        nodeSelector: { lifecycle: 'spot' },
        tolerations: { spot: { key: 'spot', operator: 'Exists' } },
      },
    });
    expect(executor.template.spec).toMatchObject({
      nodeSelector: { lifecycle: 'spot' },
      tolerations: [
        { key: 'batch', operator: 'Exists' },
        { key: 'spot', operator: 'Exists' },
      ],
      terminationGracePeriodSeconds: 120,
    });
    expect(sparkConf['spark.decommission.enabled']).toBe('true');
    expect(driver.template.spec).not.toHaveProperty('nodeSelector');
    expect(driver.template.spec.tolerations).toHaveLength(1);
    expect(driver.template.metadata.annotations).toEqual({
      'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
      'karpenter.sh/do-not-disrupt': 'true',
    });
  });

  it('differ from the driver in what `pod` says of each', async () => {
    const { driver, executor } = await renderJob(charts, {
      pod: { priorityClassName: 'batch', labels: { a: 'b' } },
      driver: {
        memoryOverhead: '512m',
        coreLimit: 2,
        pod: {
          priorityClassName: 'drivers',
          nodeSelector: { lifecycle: 'normal' },
        },
      },
      executor: {
        coreRequest: '500m',
        javaOptions: '-Dx=y',
        pod: { labels: { c: 'd' }, terminationGracePeriodSeconds: 60 },
      },
    });
    expect(driver).toMatchObject({ memoryOverhead: '512m', coreLimit: '2' });
    expect(executor).toMatchObject({
      coreRequest: '500m',
      javaOptions: '-Dx=y',
    });
    expect(driver.template.spec).toMatchObject({
      priorityClassName: 'drivers',
      nodeSelector: { lifecycle: 'normal' },
    });
    expect(executor.template.spec).toMatchObject({
      priorityClassName: 'batch',
      terminationGracePeriodSeconds: 60,
    });
    expect(executor.template.metadata.labels).toMatchObject({ a: 'b', c: 'd' });
    expect(driver.template.metadata.labels).not.toHaveProperty('c');
  });

  it('have no token of the API server, which only the driver needs', async () => {
    const { driver, executor } = await renderJob(charts, {});
    expect(driver.template.spec.automountServiceAccountToken).toBe(true);
    expect(executor.template.spec.automountServiceAccountToken).toBe(false);
    expect(executor.template.spec.serviceAccountName).toBe(
      'clickstream-report',
    );
  });
});
