import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { gitLabParts } from './partsOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'acme.example',
          baseUrl: 'https://acme.example/git',
          apiBaseUrl: 'https://acme.example/git/api/v4',
        },
      ],
    },
  }),
);

describe('gitLabParts', () => {
  it.each([
    [
      'https://gitlab.com/acme/data/orders/-/blob/main/a/b/c.yaml',
      ['gitlab.com', 'acme/data', 'orders', 'main', 'a/b'],
    ],
    [
      'https://gitlab.com/acme/tree/orders/-/blob/main/c.yaml',
      ['gitlab.com', 'acme/tree', 'orders', 'main', ''],
    ],
    [
      'https://gitlab.com/acme/orders/blob/main/c.yaml',
      ['gitlab.com', 'acme', 'orders', 'main', ''],
    ],
    [
      'https://acme.example/git/data/orders/-/blob/a%20b/d%C3%A9/c.yaml',
      ['acme.example', 'data', 'orders', 'a b', 'd\u00e9'],
    ],
  ])('reads %s', (target, [host, owner, repo, branch, folder]) => {
    expect(gitLabParts(target, integrations)).toEqual({
      repoUrl: `${host}?${new URLSearchParams({ owner, repo })}`,
      branch,
      folder,
    });
  });

  it('takes no address of a project for one of a file', () => {
    const target = 'https://gitlab.com/acme/orders';
    expect(gitLabParts(target, integrations)).toBeUndefined();
  });
});
