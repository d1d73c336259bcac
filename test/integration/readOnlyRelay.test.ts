import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readKubeconfig } from '../../packages/cli/src/cluster/kubeconfig';
import { ReadOnlyRelay } from '../../tools/lib/ReadOnlyRelay';
import { ensureBinaries } from '../cluster/binaries';
import { Cluster, startCluster } from '../cluster/cluster';

const NAMESPACES = '/api/v1/namespaces';

/** With the admin of a real API server behind it, who may do everything. */
describe('ReadOnlyRelay', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-relay-'));
  let cluster: Cluster;
  let relay: ReadOnlyRelay;

  beforeAll(async () => {
    const log = () => {};
    cluster = await startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries: await ensureBinaries(log),
      log,
    });
    relay = await ReadOnlyRelay.start(() =>
      readKubeconfig({ env: { KUBECONFIG: cluster.adminKubeconfig } }),
    );
  });

  afterAll(async () => {
    await relay?.stop();
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  function ask(at: string, init: RequestInit = {}, token = relay.token) {
    return fetch(`${relay.url}${at}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, ...init.headers },
    });
  }

  it('passes on what reads', async () => {
    const response = await ask(`${NAMESPACES}?limit=2`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ kind: 'NamespaceList' });
  });

  it('passes a watch on as it comes', async () => {
    const response = await ask(`${NAMESPACES}?watch=true&timeoutSeconds=5`, {
      headers: { 'Accept-Encoding': 'identity' },
    });
    const began = Date.now();
    const { value } = await response.body!.getReader().read();
    expect(new TextDecoder().decode(value)).toContain('"ADDED"');
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it('lets nobody in but the portal', async () => {
    for (const token of ['', 'x', cluster.adminToken]) {
      expect((await ask(NAMESPACES, {}, token)).status).toBe(401);
    }
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'refuses %s',
    async method => {
      const body = method === 'OPTIONS' ? undefined : '{}';
      const response = await ask(`${NAMESPACES}/default`, { method, body });
      expect(response.status).toBe(405);
      expect((await response.json()).message).toBe(
        'the portal only reads this cluster',
      );
    },
  );

  it.each([
    '/api/v1/secrets',
    '/api/v1/namespaces/default/secrets/one',
    '/api/v1/namespaces/default/pods/../secrets',
    '/api/v1/namespaces/default/%73ecrets',
    '/api/v1/watch/secrets',
    '/api/v1/namespaces/default/services/jobs:8081/proxy/jobs/1/yarn-cancel',
  ])('refuses %s', async at => {
    expect((await ask(at)).status).toBe(403);
  });

  it.each([
    '/api/v1/namespaces/default/%2573ecrets',
    '/api//v1/secrets',
    '/api/v1/./secrets',
  ])('is not led round by %s', async at => {
    const response = await ask(at);
    const text = await response.text();
    expect(text).not.toContain('SecretList');
    expect(response.ok).toBe(false);
  });
});
