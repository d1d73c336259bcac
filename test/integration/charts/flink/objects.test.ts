import { FlinkCharts, specOf } from './flinkCharts';

describe('the objects of a Flink job', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('log as the job says', async () => {
    const levels = await charts.deployment({
      logging: { level: 'WARN', loggers: { 'org.apache.kafka': 'ERROR' } },
    });
    const text = (levels.logConfiguration as Record<string, string>)[
      'log4j-console.properties'
    ];
    expect(text).toContain('rootLogger.level = WARN\n');
    expect(text).toContain(
      'logger.org_apache_kafka.name = org.apache.kafka\nlogger.org_apache_kafka.level = ERROR',
    );
    const whole = await charts.deployment({
      logging: { log4j: 'rootLogger.level = INFO\n' },
    });
    expect(whole.logConfiguration).toEqual({
      'log4j-console.properties': 'rootLogger.level = INFO\n',
    });
    expect(await charts.deployment({})).not.toHaveProperty('logConfiguration');
  });

  it('heal: high availability, rollback and health check', async () => {
    const { flinkConfiguration, jobManager } = await charts.deployment({
      rollback: true,
      readyWithin: '10m',
      healthCheck: { restarts: 10, window: '5m' },
      jobManager: { replicas: 2, memory: '2g' },
      savepointOnDelete: true,
      drainOnDelete: true,
    });
    expect(jobManager).toMatchObject({
      replicas: 2,
      resource: { memory: '2g' },
    });
    expect(flinkConfiguration).toMatchObject({
      'kubernetes.operator.deployment.rollback.enabled': 'true',
      'kubernetes.operator.deployment.readiness.timeout': '10m',
      'kubernetes.operator.cluster.health-check.enabled': 'true',
      'kubernetes.operator.cluster.health-check.restarts.threshold': '10',
      'kubernetes.operator.cluster.health-check.restarts.window': '5m',
      'kubernetes.operator.job.savepoint-on-deletion': 'true',
      'kubernetes.operator.job.drain-on-savepoint-deletion': 'true',
    });
  });

  it('include an Ingress of the operator where one is asked for', async () => {
    const ingress = {
      template: '{{name}}.{{namespace}}.example.com',
      className: 'nginx',
      annotations: { 'nginx.ingress.kubernetes.io/auth-type': 'basic' },
      tls: [{ hosts: ['x.example.com'], secretName: 'x-tls' }],
    };
    const spec = await charts.deployment({ ingress });
    expect(spec.ingress).toEqual(ingress);
    const off = await charts.deployment({
      ingress: { ...ingress, enabled: false },
    });
    expect(off).not.toHaveProperty('ingress');
  });

  it('have rights to what a native cluster does, and no more', async () => {
    const role = (await charts.job({})).find(({ kind }) => kind === 'Role');
    expect((role as unknown as { rules: object[] }).rules).toEqual([
      {
        apiGroups: [''],
        resources: ['configmaps'],
        verbs: [
          ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
          'deletecollection',
        ],
      },
      {
        apiGroups: [''],
        resources: ['pods'],
        verbs: [
          ...['get', 'list', 'watch', 'create', 'delete', 'deletecollection'],
        ],
      },
      {
        apiGroups: ['apps'],
        resources: ['deployments'],
        verbs: ['get', 'list', 'watch', 'delete'],
      },
      {
        apiGroups: ['apps'],
        resources: ['deployments/finalizers'],
        verbs: ['update'],
      },
    ]);
  });

  it('take an override each, last of all', async () => {
    const override = { metadata: { annotations: { mine: 'kept' } } };
    const made = await charts.job(
      {
        override,
        sql: 'SELECT 1;',
        reactive: { max: 4 },
        objects: Object.fromEntries(
          [
            ...['serviceAccount', 'role', 'roleBinding', 'networkPolicy'],
            ...['podMonitor', 'kafkaUser', 'configMap', 'prometheusRule'],
            ...['podDisruptionBudget', 'horizontalPodAutoscaler'],
          ].map(kind => [kind, { override }]),
        ),
      },
      {
        monitoring: { enabled: true },
        kafka: { authentication: 'scram-sha-512', namespace: 'pipelines' },
      },
    );
    const untouched = made.filter(
      ({ metadata }) => metadata.annotations?.mine !== 'kept',
    );
    expect(
      untouched
        .filter(({ metadata }) => !metadata.annotations?.['helm.sh/hook'])
        .map(({ kind }) => kind),
    ).toEqual([]);
    expect(made.length).toBeGreaterThan(8);
    expect(specOf(made, 'FlinkDeployment')).toBeDefined();
  });
});
