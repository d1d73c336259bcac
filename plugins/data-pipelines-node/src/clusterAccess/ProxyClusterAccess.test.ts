import http from 'node:http';
import { AddressInfo } from 'node:net';
import { AuthService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ProxyClusterAccess } from './ProxyClusterAccess';

describe('ProxyClusterAccess', () => {
  let answer: { status: number; body: string };
  let tokens: Array<string | undefined> = [];
  const server = http.createServer((request, response) => {
    tokens.push(request.headers.authorization);
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(answer.body);
  });

  beforeAll(
    () => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)),
  );
  afterAll(() => {
    server.close();
  });

  function access(auth: AuthService = mockServices.auth()) {
    const { port } = server.address() as AddressInfo;
    return new ProxyClusterAccess({
      auth,
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }),
    });
  }

  it('names the clusters, and those that need a user', async () => {
    const items = [
      { name: 'east', authProvider: 'serviceAccount' },
      { name: 'west', authProvider: 'oidc' },
    ];
    answer = { status: 200, body: JSON.stringify({ items }) };
    expect(await access().listClusters()).toEqual([
      { name: 'east' },
      { name: 'west', unsupported: expect.stringContaining('"oidc"') },
    ]);
  });

  it('says what to add where nobody has clusters', async () => {
    answer = { status: 404, body: '' };
    await expect(access().listClusters()).rejects.toThrow(
      'Add @backstage/plugin-kubernetes-backend and name your clusters there',
    );
  });

  it('signs one token for all it asks within a minute, and another where it is not known', async () => {
    tokens = [];
    let signed = 0;
    const one = access(
      mockServices.auth.mock({
        getPluginRequestToken: async () => ({ token: `t${++signed}` }),
      }),
    );
    const ask = () =>
      one.get('east', '/version', { signal: new AbortController().signal });
    answer = { status: 200, body: '{}' };
    await ask();
    await ask();
    answer = { status: 401, body: '{}' };
    await ask();
    await ask();
    expect(tokens).toEqual(['t1', 't1', 't1', 't2'].map(t => `Bearer ${t}`));
  });
});
