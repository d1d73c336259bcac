import { Renderer } from './renderer';
import { renderJob } from './sparkJob';

describe('the storage of a Spark job', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const render = (storage: object, job: object = {}) =>
    renderJob(charts, job, { global: { storage } });
  const hadoopOf = async (storage: object, job: object = {}) =>
    Object.fromEntries(
      Object.entries((await render(storage, job)).sparkConf)
        .filter(([key]) => /^spark\.(hadoop|kerberos)\./.test(key))
        .map(([key, value]) => [key.replace('spark.', ''), value]),
    );

  it('is S3 by a role of the ServiceAccount, or of the node', async () => {
    expect(await hadoopOf({ uri: 's3://bucket/x', endpoint: '' })).toEqual({
      'hadoop.fs.s3a.aws.credentials.provider':
        'software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider,org.apache.hadoop.fs.s3a.auth.IAMInstanceCredentialsProvider',
      'hadoop.fs.s3a.bucket.bucket.committer.magic.enabled': 'true',
    });
  });

  it('is another S3 server, with keys from a secret', async () => {
    const storage = {
      uri: 's3a://bucket/x',
      endpoint: 'http://minio:9000',
      region: 'eu-west-1',
      credentials: { secret: 'minio' },
    };
    expect(await hadoopOf(storage)).toEqual({
      'hadoop.fs.s3a.aws.credentials.provider':
        'software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider',
      'hadoop.fs.s3a.bucket.bucket.committer.magic.enabled': 'true',
      'hadoop.fs.s3a.endpoint': 'http://minio:9000',
      'hadoop.fs.s3a.path.style.access': 'true',
      'hadoop.fs.s3a.endpoint.region': 'eu-west-1',
    });
    const { driver, executor } = await render(storage);
    for (const { template } of [driver, executor]) {
      expect(template.spec.containers[0].envFrom).toEqual([
        { secretRef: { name: 'minio' } },
      ]);
    }
  });

  it('is named as the Hadoop of Spark 3 does', async () => {
    const job = { sparkVersion: '3.5.9' };
    const provider = 'hadoop.fs.s3a.aws.credentials.provider';
    expect((await hadoopOf({ uri: 's3://b/x' }, job))[provider]).toBe(
      'com.amazonaws.auth.WebIdentityTokenCredentialsProvider,org.apache.hadoop.fs.s3a.auth.IAMInstanceCredentialsProvider',
    );
    const secret = { uri: 's3://b/x', credentials: { secret: 's' } };
    expect((await hadoopOf(secret, job))[provider]).toBe(
      'com.amazonaws.auth.EnvironmentVariableCredentialsProvider',
    );
  });

  it('is GCS, by the pod’s identity or by a key file', async () => {
    const uri = 'gs://bucket/x';
    const implementations = {
      'hadoop.fs.gs.impl':
        'com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem',
      'hadoop.fs.AbstractFileSystem.gs.impl':
        'com.google.cloud.hadoop.fs.gcs.GoogleHadoopFS',
    };
    expect(await hadoopOf({ uri, endpoint: '' })).toEqual(implementations);
    const storage = { uri, credentials: { secret: 'gcs' } };
    expect(await hadoopOf(storage)).toEqual({
      ...implementations,
      'hadoop.fs.gs.auth.type': 'SERVICE_ACCOUNT_JSON_KEYFILE',
      'hadoop.fs.gs.auth.service.account.json.keyfile': '/etc/storage/key.json',
    });
    const { spec } = (await render(storage)).executor.template;
    expect(spec.containers[0]).not.toHaveProperty('envFrom');
    expect(spec.containers[0].volumeMounts).toContainEqual({
      name: 'storage',
      mountPath: '/etc/storage',
      readOnly: true,
    });
    expect(spec.volumes).toContainEqual({
      name: 'storage',
      secret: { secretName: 'gcs' },
    });
  });

  it('is Azure’s, by workload identity or by a key that Hadoop reads from the environment', async () => {
    const uri = 'abfss://data@acme.dfs.core.windows.net/x';
    const at = 'hadoop.fs.azure.account';
    const host = 'acme.dfs.core.windows.net';
    expect(await hadoopOf({ uri })).toEqual({
      [`${at}.auth.type.${host}`]: 'OAuth',
      [`${at}.oauth.provider.type.${host}`]:
        'org.apache.hadoop.fs.azurebfs.oauth2.WorkloadIdentityTokenProvider',
      [`${at}.oauth2.client.id.${host}`]: '${env.AZURE_CLIENT_ID}',
      [`${at}.oauth2.msi.tenant.${host}`]: '${env.AZURE_TENANT_ID}',
      [`${at}.oauth2.token.file.${host}`]: '${env.AZURE_FEDERATED_TOKEN_FILE}',
    });
    expect(await hadoopOf({ uri, credentials: { secret: 'azure' } })).toEqual({
      [`${at}.key.${host}`]: '${env.AZURE_STORAGE_KEY}',
    });
  });

  it('is HDFS, with the clients’ configuration and Kerberos', async () => {
    const storage = {
      uri: 'hdfs://namenode:8020/x',
      hadoop: {
        configMap: 'hadoop',
        kerberos: { secret: 'keytab', principal: 'spark@EXAMPLE.COM' },
      },
    };
    expect(await hadoopOf(storage)).toEqual({
      'kerberos.principal': 'spark@EXAMPLE.COM',
      'kerberos.keytab': 'local:///etc/kerberos/keytab',
      'kerberos.access.hadoopFileSystems': 'hdfs://namenode:8020',
    });
    const { driver, executor } = await render(storage);
    for (const { template } of [driver, executor]) {
      const [main] = template.spec.containers;
      expect(main.env).toContainEqual({
        name: 'HADOOP_CONF_DIR',
        value: '/etc/hadoop/conf',
      });
      expect(main.volumeMounts?.map(mount => mount.mountPath)).toEqual(
        expect.arrayContaining([
          '/etc/hadoop/conf',
          '/etc/kerberos',
          '/etc/krb5.conf',
        ]),
      );
    }
    expect(driver.template.spec.initContainers![0].args![2]).toMatch(
      /^kinit -kt \/etc\/kerberos\/keytab "\$0"\nexec "\$@"$/m,
    );
    expect(driver.template.spec.initContainers![0].args![3]).toBe(
      'spark@EXAMPLE.COM',
    );
  });

  it('gets no event log where it is gone with the pod', async () => {
    const { sparkConf, driver } = await render({ uri: 'file:///data' });
    expect(sparkConf).toBeUndefined();
    expect(driver.template.spec).not.toHaveProperty('initContainers');
  });

  it('yields to the job’s own properties, in the first container as well', async () => {
    const { sparkConf, driver } = await render(
      { uri: 's3://bucket/x' },
      {
        sparkConf: {
          'spark.hadoop.fs.s3a.endpoint': 'https://other',
          'spark.eventLog.dir': 's3a://logs/events',
        },
      },
    );
    expect(sparkConf).toMatchObject({
      'spark.hadoop.fs.s3a.endpoint': 'https://other',
      'spark.eventLog.dir': 's3a://logs/events',
    });
    const { args } = driver.template.spec.initContainers![0];
    expect(args).toContain('fs.s3a.endpoint=https://other');
    expect(args!.slice(-3)).toEqual(['-mkdir', '-p', 's3a://logs/events']);
  });
});
