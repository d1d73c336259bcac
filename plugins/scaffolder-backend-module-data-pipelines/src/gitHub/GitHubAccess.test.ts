import http from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitHubAccess } from './GitHubAccess';

const REPOSITORY = 'github.com?owner=acme&repo=orders';

function accessWith(gitHub: object, wantsPersonalToken = false) {
  return new GitHubAccess({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: { github: [{ host: 'github.com', ...gitHub }] },
      }),
    ),
    wantsPersonalToken,
  });
}

/** A port where nothing listens. */
async function closedPort(): Promise<number> {
  const server = http.createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

describe('GitHubAccess', () => {
  it('says where a token is missing', async () => {
    await expect(accessWith({}).open(REPOSITORY)).rejects.toThrow(
      'the portal has no token for acme/orders on github.com; whoever runs the portal puts a token or a GitHub App into integrations.github',
    );
  });

  it("wants everybody's own token where the portal's settings do", async () => {
    const access = accessWith({ token: 'ours' }, true);
    await expect(access.open(REPOSITORY)).rejects.toThrow(
      'give this step of the template one as its input "token"',
    );
    expect((await access.open(REPOSITORY, 'mine')).name).toBe('acme/orders');
  });

  it('opens a repository that says when GitHub is not reached', async () => {
    const apiBaseUrl = `http://127.0.0.1:${await closedPort()}`;
    const access = accessWith({ token: 'ours', apiBaseUrl });
    const repository = await access.open(REPOSITORY);
    await expect(repository.get('pulls', 'show')).rejects.toThrow(
      `github.com does not answer at ${apiBaseUrl}, to show of acme/orders: ECONNREFUSED. See whether the portal reaches it, then try again`,
    );
  });
});
