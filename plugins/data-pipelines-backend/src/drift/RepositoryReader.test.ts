import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryReader } from './RepositoryReader';

function entityFrom(location: string, more: Record<string, string> = {}) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      annotations: { 'backstage.io/managed-by-location': location, ...more },
    },
  };
}

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));

describe('RepositoryReader', () => {
  let home: string;
  let localRepositories: string;

  beforeAll(async () => {
    home = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-drift-'));
    localRepositories = path.join(home, 'repositories');
    await fs.mkdir(path.join(localRepositories, 'orders'), { recursive: true });
    await fs.mkdir(path.join(home, 'repositories-elsewhere'));
    await fs.writeFile(path.join(home, 'secret'), 'hidden');
    const inside = path.join(localRepositories, 'orders');
    await fs.writeFile(path.join(inside, 'Chart.yaml'), 'name: orders\n');
    await fs.symlink(path.join(home, 'secret'), path.join(inside, 'link'));
    git('init', '--quiet');
    commitAll();
    await fs.writeFile(path.join(inside, 'draft.yaml'), 'not yet\n');
    await fs.symlink(home, path.join(localRepositories, 'away'));
  });

  afterAll(() => fs.rm(home, { recursive: true, force: true }));

  const reader = (urlReader = mockServices.urlReader.mock()) =>
    new RepositoryReader({ urlReader, integrations, localRepositories });

  function git(...args: string[]) {
    execFileSync('git', [
      '-C',
      path.join(localRepositories, 'orders'),
      ...args,
    ]);
  }

  function commitAll() {
    const user = ['-c', 'user.name=a', '-c', 'user.email=a@localhost'];
    git('add', '--all');
    git(...user, 'commit', '--quiet', '-m', 'A change');
  }

  it('reads what is committed to a local repository, without links', async () => {
    const location = await reader().locate(
      entityFrom(`file:${localRepositories}/orders/catalog-info.yaml`),
    );
    const content = await reader().read(location);
    expect(content?.files).toEqual([
      { path: 'Chart.yaml', content: 'name: orders\n' },
    ]);
    expect(await reader().read(location, content?.revision)).toBeUndefined();
    commitAll();
    const next = await reader().read(location, content?.revision);
    expect(next?.files).toHaveLength(2);
  });

  it('says that a folder is no repository', async () => {
    await fs.mkdir(path.join(localRepositories, 'bare'));
    const location = await reader().locate(
      entityFrom(`file:${localRepositories}/bare/catalog-info.yaml`),
    );
    await expect(reader().read(location)).rejects.toThrow(
      /git rev-parse refused: .*not a git repository/,
    );
  });

  it.each([
    ['outside', '{home}/catalog-info.yaml'],
    ['above', '{home}/repositories/../catalog-info.yaml'],
    ['the folder of all of them', '{home}/repositories/catalog-info.yaml'],
    ['a neighbour with a like name', '{home}/repositories-elsewhere/c.yaml'],
    ['behind a link', '{home}/repositories/away/catalog-info.yaml'],
    ['nowhere', '{home}/repositories/nothing/catalog-info.yaml'],
    ['relative', 'orders/catalog-info.yaml'],
  ])('refuses a file location that is %s', async (_, target) => {
    await expect(
      reader().locate(entityFrom(`file:${target.replace('{home}', home)}`)),
    ).rejects.toThrow('is not in a local repository of this portal');
  });

  it('refuses every file location where no local repositories are configured', async () => {
    const closed = new RepositoryReader({
      urlReader: mockServices.urlReader.mock(),
      integrations,
    });
    await expect(
      closed.locate(
        entityFrom(`file:${localRepositories}/orders/catalog-info.yaml`),
      ),
    ).rejects.toThrow('register the pipeline from a Git host');
  });

  it('does not follow a source location that an author may write', async () => {
    const location = await reader().locate(
      entityFrom(
        'url:https://github.com/acme/orders/blob/main/catalog-info.yaml',
        {
          'backstage.io/source-location': 'url:https://github.com/acme/secret/',
        },
      ),
    );
    expect(location).toEqual({
      type: 'url',
      target: 'https://github.com/acme/orders/tree/main/',
    });
  });

  it('asks a Git host only for what changed', async () => {
    const urlReader = mockServices.urlReader.mock({
      readTree: async (_, options) => {
        if (options?.etag === 'abc') throw new NotModifiedError();
        return {
          etag: 'abc',
          files: async () => [
            { path: 'Chart.yaml', content: async () => Buffer.from('x') },
          ],
          archive: jest.fn(),
          dir: jest.fn(),
        };
      },
    });
    const location = { type: 'url', target: 'https://example.com/' } as const;
    expect(await reader(urlReader).read(location)).toEqual({
      revision: 'abc',
      files: [{ path: 'Chart.yaml', content: 'x' }],
    });
    expect(await reader(urlReader).read(location, 'abc')).toBeUndefined();
  });

  it.each([
    ['bootstrap:bootstrap', 'a location of type "bootstrap"'],
    ['', 'does not say where this pipeline comes from'],
  ])('says what to do with the location "%s"', async (location, sentence) => {
    await expect(reader().locate(entityFrom(location))).rejects.toThrow(
      sentence,
    );
  });
});
