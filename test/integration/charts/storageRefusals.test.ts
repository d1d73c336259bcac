import { Renderer } from './renderer';

describe('the storage of a pipeline is refused with', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it.each<[string, object, string]>([
    [
      'an Azure address without its account',
      { uri: 'abfss://pipelines/x' },
      "global.storage.uri: Azure's storage is abfss://<container>@<account>.dfs.core.windows.net/<folder>; correct it",
    ],
    [
      'another server of a storage that has only one',
      { uri: 'gs://pipelines/x', endpoint: 'http://minio:9000' },
      'global.storage.endpoint: only s3:// has another server, not gs://; remove it',
    ],
    [
      'Hadoop’s configuration for another storage',
      { uri: 's3://pipelines/x', hadoop: { configMap: 'hadoop' } },
      "global.storage.hadoop: Hadoop's configuration is for hdfs://, not s3://; remove it",
    ],
    [
      'Kerberos that nobody switches on',
      {
        uri: 'hdfs://acme/x',
        hadoop: { kerberos: { secret: 'keytab', principal: 'flink@ACME' } },
      },
      "global.storage.hadoop.configMap: Kerberos is switched on in Hadoop's own configuration; name the ConfigMap with core-site.xml and hdfs-site.xml",
    ],
    [
      'keys beside a role',
      {
        uri: 's3://pipelines/x',
        credentials: { secret: 'keys' },
        identity: { aws: { roleArn: 'arn:x' } },
      },
      'global.storage.identity.aws: the keys of credentials.secret would be used, not the role; remove one of the two',
    ],
  ])('%s', async (_, storage, sentence) => {
    expect(await charts.refusal({ global: { storage } })).toContain(sentence);
  });
});
