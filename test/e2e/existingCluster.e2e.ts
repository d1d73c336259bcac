import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CollectorView } from '@headworks/backstage-plugin-data-pipelines-common';
import { stringify } from 'yaml';
import { applyCrds } from '../cluster/applyCrds';
import { ensureBinaries } from '../cluster/binaries';
import { KubernetesObject } from '../cluster/client';
import { Cluster, startCluster } from '../cluster/cluster';
import { ensureCrds } from '../cluster/crds';
import { applyManifest, tokenOf } from '../cluster/manifests';
import { Portal } from './portal';
import { processesOf } from './processes';

const JOB = '/apis/flink.apache.org/v1beta1/namespaces/data/flinkdeployments';
const READER = 'system:serviceaccount:headworks:headworks-read';

/** `npm start -- --kubeconfig FILE --context NAME`, and an API server that writes down who did what. */
describe('npm start on an existing cluster', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-existing-'));
  const kubeconfig = path.join(home, 'kubeconfig');
  const auditLog = path.join(home, 'audit.log');
  const portals: Portal[] = [];
  let cluster: Cluster;
  let before: KubernetesObject;

  const start = (...args: string[]) => {
    const portal = Portal.start({ home: path.join(home, 'portal'), args });
    portals.push(portal);
    return portal;
  };

  beforeAll(async () => {
    const policy = path.join(home, 'audit-policy.yaml');
    fs.writeFileSync(
      policy,
      stringify({
        apiVersion: 'audit.k8s.io/v1',
        kind: 'Policy',
        omitStages: ['RequestReceived'],
        rules: [{ level: 'Metadata' }],
      }),
    );
    const log = () => {};
    cluster = await startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries: await ensureBinaries(log),
      apiserverFlags: [
        `--audit-policy-file=${policy}`,
        `--audit-log-path=${auditLog}`,
      ],
      log,
    });
    await applyCrds(
      cluster,
      (await ensureCrds(log)).filter(file => /flink|strimzi-1/.test(file)),
    );
    await applyManifest(cluster.client, 'read');
    await cluster.client.apply('/api/v1/namespaces/data', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'data' },
    });
    // What somebody runs who has never heard of us.
    before = await cluster.client.create(JOB, {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      metadata: { name: 'orders', namespace: 'data' },
      spec: {
        image: 'registry.example.com/orders:1',
        flinkVersion: 'v2_1',
        job: { jarURI: 'local:///opt/orders.jar', parallelism: 2 },
      },
    });
    const token = await tokenOf(cluster.client, 'headworks-read');
    fs.writeFileSync(
      kubeconfig,
      stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'another',
        contexts: [
          { name: 'another', context: { cluster: 'nowhere', user: 'nobody' } },
          { name: 'real', context: { cluster: 'real', user: 'reader' } },
        ],
        clusters: [
          { name: 'nowhere', cluster: { server: 'https://127.0.0.1:1' } },
          {
            name: 'real',
            cluster: {
              server: cluster.url,
              'certificate-authority-data': cluster.caData,
            },
          },
        ],
        users: [
          { name: 'nobody', user: { token: 'none' } },
          { name: 'reader', user: { token } },
        ],
      }),
    );
  });

  afterAll(async () => {
    for (const portal of portals) await portal.interrupt();
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it.each<[string[], string]>([
    [
      ['--kubeconfig', '/nowhere/config'],
      '✖ --kubeconfig /nowhere/config: there is no such file.',
    ],
    [
      ['--kubeconfig', kubeconfig, '--context', 'none'],
      `✖ ${kubeconfig}: there is no context "none"; choose one with --context.`,
    ],
    [
      ['--kubeconfig', kubeconfig, '--context', 'another'],
      '✖ The cluster of context "another" at https://127.0.0.1:1 refuses: ',
    ],
    [['--context', 'real'], '✖ --context: names a context of which file?'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const portal = start(...args);
    expect(await portal.ended()).toBe(1);
    expect(portal.output).toContain(sentence);
  });

  it('shows what runs there, starts no cluster of its own, and only reads', async () => {
    const portal = start('--kubeconfig', kubeconfig, '--context', 'real');
    const address = await portal.address();
    expect(portal.output).toContain(
      `It shows what runs in real (${cluster.url}).`,
    );
    const get = await signedIn(address);
    const view = await until(
      () => get<CollectorView>('/api/data-pipelines/collector'),
      ({ clusters }) => clusters[0]?.status === 'live',
    );
    expect(view.clusters.map(({ name }) => name)).toEqual(['real']);
    expect(view.clusters[0].simulated).toBeUndefined();
    expect(view.clusters[0].notes).toBeUndefined();
    expect(
      view.clusters[0].resources.find(
        ({ resource }) => resource === 'flinkdeployments.flink.apache.org',
      ),
    ).toMatchObject({ state: 'live', objects: 1 });
    const entities = await until(
      () =>
        get<Array<{ metadata: { name: string } }>>(
          '/api/catalog/entities?filter=kind=component,spec.type=data-pipeline',
        ),
      all => all.length > 0,
    );
    expect(entities.map(({ metadata }) => metadata.name)).toEqual(['orders']);
    const others = (await processesOf(path.join(home, 'portal'))).filter(line =>
      /etcd|kube-apiserver/.test(line),
    );
    expect(others).toEqual([]);
    expect(await portal.interrupt()).toBe(0);

    const verbs = fs
      .readFileSync(auditLog, 'utf8')
      .trim()
      .split('\n')
      .map(
        line =>
          JSON.parse(line) as { verb: string; user: { username: string } },
      )
      .filter(({ user }) => user.username === READER)
      .map(({ verb }) => verb);
    expect(verbs.length).toBeGreaterThan(10);
    expect(new Set(verbs)).toEqual(new Set(['get', 'list', 'watch']));
    const after = await cluster.client.get(`${JOB}/orders`);
    expect(after.metadata.resourceVersion).toBe(
      before.metadata.resourceVersion,
    );
  }, 600_000);
});

/** Asks the portal as its guest. */
async function signedIn(address: string) {
  const response = await fetch(`${address}/api/auth/guest/refresh`);
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return async <T>(at: string): Promise<T> => {
    const answer = await fetch(`${address}${at}`, {
      headers: { Authorization: `Bearer ${backstageIdentity.token}` },
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
}

async function until<T>(
  ask: () => Promise<T>,
  enough: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const value = await ask();
    if (enough(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`It only came to ${JSON.stringify(value)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
