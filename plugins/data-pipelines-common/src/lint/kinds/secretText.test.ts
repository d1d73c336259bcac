import { secretIn } from './secretText';

const found = (path: string, text: string, key = path.split('.').pop()!) =>
  secretIn({ path, key, text });

describe('secretIn', () => {
  it.each([
    ['spec.x.env.DB_PASSWORD.value', 'hunter22', 'DB_PASSWORD'],
    ['spec.flinkConfiguration.s3.secret-key', 'abcdef', 's3.secret-key'],
    ['spec.config.connection.password', 'abcdef', 'connection.password'],
    ['spec.job.args.1', '--password=hunter22', 'args'],
    ['spec.job.args.1', 'jdbc://me:hunter22@db/x', 'args'],
    ['data.app.properties', 'user=me\npassword: "hunter22"', 'app.properties'],
    ['spec.x.env.JAAS.value', 'username="a" password="hunter22";', 'JAAS'],
    ['spec.sparkConf.a.keyPassword', 'hunter22', 'spark.ssl.keyPassword'],
    [
      'spec.sparkConf.b',
      'hunter22',
      'spark.hadoop.fs.azure.account.key.acme.dfs.core.windows.net',
    ],
    [
      'data.spark.properties',
      'spark.a=b\nspark.hadoop.fs.azure.account.key.acme.dfs.core.windows.net=hunter22',
      'spark.properties',
    ],
    ['spec.anything', '-----BEGIN RSA PRIVATE KEY-----', 'anything'],
    ['spec.anything', 'AKIAABCDEFGHIJKLMNOP', 'anything'],
  ])('finds one at %s in %s, and does not repeat it', (path, text, key) => {
    const secret = found(path, text, key);
    expect(secret).toBeDefined();
    expect(secret).not.toMatch(/hunter22|abcdef|AKIA/);
  });

  it.each([
    ['spec.x.env.API_TOKEN.value', '$(TOKEN)', 'API_TOKEN'],
    ['spec.x.env.TOKEN.value', '/var/run/token', 'TOKEN'],
    ['spec.config.connection.password', '${env:DB}', 'connection.password'],
    ['spec.secretKeyRef.key', 'token', 'key'],
    ['spec.data.secretKey', 'cluster-ca.crt', 'secretKey'],
    ['spec.authentication.password', 'password', 'password'],
    [
      'spec.sparkConf.fs.aws.credentials.provider',
      'com.x.TokenProvider',
      'fs.aws.credentials.provider',
    ],
    ['spec.args.1', 'provider.type=com.x.TokenProvider', 'args'],
    [
      'spec.flinkConfiguration.a',
      '${env.AZURE_STORAGE_KEY}',
      'fs.azure.account.key.acme.dfs.core.windows.net',
    ],
    ['spec.args.1', 'token.file=${env.TOKEN_FILE}', 'args'],
    ['data.pod.yaml', 'secret:\n  secretName: kafka-user', 'pod.yaml'],
    ['data.pod.yaml', 'automountServiceAccountToken: true', 'pod.yaml'],
    ['data.run.sh', 'password=$(cat /etc/password)', 'run.sh'],
  ])('takes %s with %s for none', (path, text, key) => {
    expect(found(path, text, key)).toBeUndefined();
  });
});
