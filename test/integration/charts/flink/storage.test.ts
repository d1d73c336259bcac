import { FlinkCharts } from './flinkCharts';

describe('the storage of a Flink job', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const with_ = (storage: object) => ({ storage });

  it.each([
    ['s3://bucket/x', 'v2_2', 'flink-s3-fs-hadoop-2.2.1.jar'],
    ['s3a://bucket/x', 'v1_20', 'flink-s3-fs-hadoop-1.20.4.jar'],
    ['gs://bucket/x', 'v2_0', 'flink-gs-fs-hadoop-2.0.2.jar'],
    [
      'abfss://c@account.dfs.core.windows.net/x',
      'v2_1',
      'flink-azure-fs-hadoop-2.1.2.jar',
    ],
    ['hdfs://nameservice/x', 'v2_2', undefined],
    ['file:///state', 'v2_2', undefined],
  ])('enables the plugin for %s', async (uri, flinkVersion, jar) => {
    const environment = await charts.environment(
      { flinkVersion },
      with_({ uri }),
    );
    expect(environment.ENABLE_BUILT_IN_PLUGINS).toBe(jar);
  });

  it('names the plugin after the release that the image holds, or leaves it to the image', async () => {
    const older = await charts.environment({ flinkRelease: '2.1.0' });
    expect(older.ENABLE_BUILT_IN_PLUGINS).toBe('flink-s3-fs-hadoop-2.1.0.jar');
    const own = await charts.environment({ filesystemPlugin: 'image' });
    expect(own).not.toHaveProperty('ENABLE_BUILT_IN_PLUGINS');
  });

  it('reaches another S3 server with its keys', async () => {
    const { flinkConfiguration, podTemplate } = await charts.deployment(
      {},
      with_({
        uri: 's3://bucket/x',
        endpoint: 'http://minio.storage:9000',
        region: 'eu-central-1',
        credentials: { secret: 'minio' },
      }),
    );
    expect(flinkConfiguration).toMatchObject({
      's3.endpoint': 'http://minio.storage:9000',
      's3.path.style.access': 'true',
      's3.endpoint.region': 'eu-central-1',
    });
    expect(podTemplate.spec.containers[0].envFrom).toEqual([
      { secretRef: { name: 'minio' } },
    ]);
    expect(flinkConfiguration).not.toHaveProperty([
      'fs.s3a.aws.credentials.provider',
    ]);
  });

  it('takes the role of the ServiceAccount on AWS', async () => {
    const { flinkConfiguration } = await charts.deployment(
      {},
      with_({ uri: 's3://bucket/x', identity: { aws: { roleArn: 'arn:x' } } }),
    );
    expect(flinkConfiguration['fs.s3a.aws.credentials.provider']).toBe(
      'com.amazonaws.auth.WebIdentityTokenCredentialsProvider',
    );
    expect(flinkConfiguration).not.toHaveProperty(['s3.endpoint']);
  });

  it('finds Google’s key in a file', async () => {
    const { podTemplate } = await charts.deployment(
      {},
      with_({ uri: 'gs://bucket/x', credentials: { secret: 'google' } }),
    );
    const [container] = podTemplate.spec.containers;
    expect(container.env).toContainEqual({
      name: 'GOOGLE_APPLICATION_CREDENTIALS',
      value: '/etc/storage/key.json',
    });
    expect(container).not.toHaveProperty('envFrom');
    expect(container.volumeMounts).toContainEqual({
      name: 'storage',
      mountPath: '/etc/storage',
      readOnly: true,
    });
    expect(podTemplate.spec.volumes).toContainEqual({
      name: 'storage',
      secret: { secretName: 'google' },
    });
  });

  it('has Azure’s key from the environment, or a managed identity', async () => {
    const uri = 'abfss://c@account.dfs.core.windows.net/x';
    const keyed = await charts.deployment(
      {},
      with_({ uri, credentials: { secret: 'azure' } }),
    );
    expect(keyed.flinkConfiguration).toMatchObject({
      'fs.azure.account.key.account.dfs.core.windows.net':
        '${env.AZURE_STORAGE_KEY}',
    });
    const identity = { azure: { clientId: 'c1' } };
    const managed = await charts.deployment({}, with_({ uri, identity }));
    expect(managed.flinkConfiguration).toMatchObject({
      'fs.azure.account.auth.type.account.dfs.core.windows.net': 'OAuth',
      'fs.azure.account.oauth2.client.id.account.dfs.core.windows.net': 'c1',
    });
  });

  it('knows HDFS from a ConfigMap and logs in with a keytab in the pods, not in the operator', async () => {
    const { flinkConfiguration, podTemplate } = await charts.deployment(
      {},
      with_({
        uri: 'hdfs://nameservice/x',
        hadoop: {
          configMap: 'hadoop-conf',
          kerberos: { secret: 'keytab', principal: 'flink@EXAMPLE.COM' },
        },
      }),
    );
    const login =
      '-Dsecurity.kerberos.login.keytab=/etc/kerberos/keytab -Dsecurity.kerberos.login.principal=flink@EXAMPLE.COM';
    expect(flinkConfiguration).toMatchObject({
      'kubernetes.jobmanager.entrypoint.args': login,
      'kubernetes.taskmanager.entrypoint.args': login,
    });
    expect(flinkConfiguration).not.toHaveProperty([
      'security.kerberos.login.keytab',
    ]);
    const [container] = podTemplate.spec.containers;
    expect(container.env).toContainEqual({
      name: 'HADOOP_CONF_DIR',
      value: '/etc/hadoop/conf',
    });
    expect(container.volumeMounts?.map(({ mountPath }) => mountPath)).toEqual([
      '/etc/hadoop/conf',
      '/etc/kerberos',
      '/etc/krb5.conf',
    ]);
    expect(podTemplate.spec.volumes).toEqual([
      { name: 'hadoop', configMap: { name: 'hadoop-conf' } },
      { name: 'kerberos', secret: { secretName: 'keytab' } },
    ]);
  });

  it('may be missing for a job that keeps no state', async () => {
    const extra = {
      global: with_({ uri: '' }),
      flink: {
        jobs: {
          sessionize: { upgrade: 'stateless' },
          alerting: { upgrade: 'stateless' },
        },
      },
    };
    const made = await charts.objects(extra);
    const keys = Object.keys(
      made.find(({ kind }) => kind === 'FlinkDeployment')!.spec
        .flinkConfiguration as object,
    );
    expect(keys.filter(key => /dir$|high-avail|Dir$/.test(key))).toEqual([]);
  });
});
