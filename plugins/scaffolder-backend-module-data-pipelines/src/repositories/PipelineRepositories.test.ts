import { mockCredentials } from '@backstage/backend-test-utils';
import {
  LocalPipeline,
  makeLocalPipeline,
  pipelineAt,
} from '../__testUtils__/LocalPipeline';

describe('PipelineRepositories', () => {
  let local: LocalPipeline;
  const entities = {
    hosted:
      'url:https://github.com/acme/data/blob/main/pipelines/hosted/catalog-info.yaml',
    whole: 'url:https://github.com/acme/whole/tree/main/catalog-info.yaml',
    grouped:
      'url:https://gitlab.com/acme/data/orders/-/tree/main/pipelines/orders/catalog-info.yaml',
    flat: 'url:https://gitlab.com/acme/flat/-/blob/main/catalog-info.yaml',
    older: 'url:https://gitlab.com/acme/older/blob/main/a/catalog-info.yaml',
    elsewhere: 'url:https://git.example.com/acme/data/catalog-info.yaml',
    outside: 'file:/etc/catalog-info.yaml',
  };

  beforeAll(async () => {
    local = await makeLocalPipeline([
      ...Object.entries(entities).map(([name, at]) => pipelineAt(name, at)),
      {
        ...pipelineAt('service', entities.hosted),
        spec: { type: 'service' },
      },
    ]);
  });

  afterAll(() => local.remove());

  const find = async (name: string) =>
    (
      await local.repositories.find(
        `component:default/${name}`,
        mockCredentials.user(),
      )
    ).repository;

  it('finds a repository on this machine', async () => {
    expect(await find('orders')).toEqual({
      kind: 'local',
      root: local.repository,
      folder: '',
    });
  });

  it.each([
    ['hosted', 'data', 'pipelines/hosted', 'tree/main/pipelines/hosted/'],
    ['whole', 'whole', '', 'tree/main/'],
  ])('finds %s on GitHub', async (name, repo, folder, path) => {
    expect(await find(name)).toEqual({
      kind: 'github',
      target: `https://github.com/acme/${repo}/${path}`,
      repoUrl: `github.com?owner=acme&repo=${repo}`,
      branch: 'main',
      folder,
    });
  });

  it.each([
    ['grouped', 'acme/data', 'orders', 'pipelines/orders', '-/tree/main/'],
    ['flat', 'acme', 'flat', '', '-/blob/main/'],
    ['older', 'acme', 'older', 'a', 'blob/main/'],
  ])('finds %s on GitLab', async (name, owner, repo, folder, below) => {
    const at = folder ? `${below}${folder}/` : below;
    expect(await find(name)).toEqual({
      kind: 'gitlab',
      target: `https://gitlab.com/${owner}/${repo}/${at}`,
      repoUrl: `gitlab.com?${new URLSearchParams({ owner, repo })}`,
      branch: 'main',
      folder,
    });
  });

  it.each([
    ['nothing', 'is not in the catalog; choose a pipeline of the catalog'],
    ['service', 'is not a data pipeline; choose a pipeline of the catalog'],
    ['elsewhere', 'the portal has no Git host for its location'],
    ['outside', 'is not in a local repository of this portal'],
  ])('refuses %s with the remedy', async (name, sentence) => {
    await expect(find(name)).rejects.toThrow(sentence);
  });
});
