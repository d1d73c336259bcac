import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitLabAccess } from './GitLabAccess';

const REPOSITORY = 'git.acme.example?owner=acme%2Fdata&repo=orders';
const AT = {
  host: 'git.acme.example',
  apiBaseUrl: 'https://git.acme.example/gitlab/api/v4',
};

function accessWith(gitLab: object, wantsPersonalToken = false) {
  return new GitLabAccess({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({ integrations: { gitlab: [{ ...AT, ...gitLab }] } }),
    ),
    wantsPersonalToken,
  });
}

describe('GitLabAccess', () => {
  it("opens a project in groups of groups, on a host of one's own", async () => {
    const project = await accessWith({ token: 'ours' }).open(REPOSITORY);
    expect(project.name).toBe('acme/data/orders');
  });

  it('says where a token is missing', async () => {
    await expect(accessWith({}).open(REPOSITORY)).rejects.toThrow(
      'the portal has no token for acme/data/orders on git.acme.example; whoever runs the portal puts one with the scope api into integrations.gitlab',
    );
  });

  it("wants everybody's own token where the portal's settings do", async () => {
    const access = accessWith({ token: 'ours' }, true);
    await expect(access.open(REPOSITORY)).rejects.toThrow(
      'give this step of the template one as its input "token"',
    );
    expect((await access.open(REPOSITORY, 'mine')).name).toBe(
      'acme/data/orders',
    );
  });
});
