import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureBinaries } from '../../cluster/binaries';
import { Cluster, startCluster } from '../../cluster/cluster';
import { Discovery } from '../../cluster/discovery';
import { ensurePyspark } from '../../engines/pyspark';
import { startSpark } from '../../engines/spark';
import { Rendered, Renderer } from './renderer';
import { find, SPARK_JOB } from './sparkJob';

// A Spark that starts takes seconds, or minutes on a busy machine.
jest.setTimeout(300_000);

interface Container {
  name: string;
  command?: string[];
  args?: string[];
  env: Array<{ name: string; value: string }>;
}

describe('the `helm test` of a Spark job', () => {
  const charts = new Renderer('helm4');
  beforeAll(async () => {
    await charts.start();
    await ensurePyspark();
  }, 900_000);
  afterAll(() => charts.stop());

  const render = (uri: string, values: object = {}) =>
    charts.objects({
      global: { storage: { uri } },
      spark: { enabled: true, jobs: { report: SPARK_JOB }, ...values },
    });
  const container = (made: Rendered[], name: string, job = 'report') =>
    (
      find(made, 'Pod', `clickstream-${job}-test`).spec
        .containers as Container[]
    ).find(one => one.name === name)!;

  /** What the container for the storage says when a real Spark is its image. */
  const tryStorage = async (uri: string) => {
    const { args, env } = container(await render(uri), 'storage');
    const spark = await startSpark({
      folder: charts.home,
      arguments: args!,
      env: Object.fromEntries(env.map(({ name, value }) => [name, value])),
    });
    const code = await spark.ended;
    return { code, said: spark.output() };
  };

  it('passes where the job may write, and leaves nothing there', async () => {
    const uri = `file://${charts.home}/storage`;
    const { code, said } = await tryStorage(uri);
    expect(said).toContain(`${uri}/dev/report can be written.`);
    expect(code).toBe(0);
    expect(
      fs.readdirSync(path.join(charts.home, 'storage/dev/report')),
    ).toEqual([]);
  });

  it('says that the job may not write', async () => {
    const { code, said } = await tryStorage('file:///proc/nowhere');
    expect(said).toContain(
      'The job may not write to file:///proc/nowhere/dev/report: look at global.storage and at the rights of its identity.',
    );
    expect(code).toBe(1);
  });

  it('says that the image has no connector', async () => {
    const { code, said } = await tryStorage('s3://bucket/clickstream');
    expect(said).toContain(
      'The image has no connector for s3a://bucket/clickstream/dev/report: add org.apache.spark:spark-hadoop-cloud_2.13 of its Spark version, with what that needs.',
    );
    expect(code).toBe(1);
  });

  it('is there for a Connect server, too, and can be left out', async () => {
    const made = await render('s3://bucket/clickstream', {
      jobs: { report: { ...SPARK_JOB, testPod: { enabled: false } } },
      connect: { notebooks: { image: SPARK_JOB.image } },
    });
    expect(
      made
        .filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'])
        .map(({ metadata }) => metadata.name)
        .filter(name => /report|notebooks/.test(name)),
    ).toEqual(['clickstream-notebooks-test']);
  });

  describe('before a real API server', () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startCluster({
        dataDirectory: path.join(charts.home, 'cluster'),
        binaries: await ensureBinaries(() => {}),
        log: () => {},
      });
    }, 900_000);
    afterAll(() => cluster?.stop());

    it('holds what a driver needs, and misses it without its RoleBinding', async () => {
      const { client } = cluster;
      await client.apply('/api/v1/namespaces/pipelines', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'pipelines' },
      });
      const made = await render('s3://bucket/clickstream');
      const discovery = new Discovery(client);
      for (const kind of ['ServiceAccount', 'Role', 'RoleBinding']) {
        const object = find(made, kind, 'clickstream-report');
        const at = await discovery.collection(object, 'pipelines');
        await client.create(at, object);
      }
      const account = path.join(charts.home, 'account');
      fs.mkdirSync(account);
      const { status } = (await client.create(
        '/api/v1/namespaces/pipelines/serviceaccounts/clickstream-report/token',
        {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: {},
        },
      )) as unknown as { status: { token: string } };
      fs.writeFileSync(path.join(account, 'token'), status.token);
      fs.writeFileSync(path.join(account, 'namespace'), 'pipelines');
      fs.writeFileSync(
        path.join(account, 'ca.crt'),
        Buffer.from(cluster.caData, 'base64'),
      );
      const [shell, ...rest] = container(made, 'permissions').command!;
      const ask = () =>
        promisify(execFile)(shell, rest, {
          env: { ...process.env, ACCOUNT: account, API_SERVER: cluster.url },
        });
      expect((await ask()).stdout).toContain(
        'The ServiceAccount may do what a driver does.',
      );

      await client.delete(
        '/apis/rbac.authorization.k8s.io/v1/namespaces/pipelines/rolebindings/clickstream-report',
      );
      await expect(ask()).rejects.toMatchObject({
        code: 1,
        stdout:
          'The ServiceAccount may not create pods: look at its Role and RoleBinding.\n',
      });
    });
  });
});
