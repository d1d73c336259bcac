import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { commitAll, git } from '../git/git';
import { PipelineRepositories } from '../repositories/PipelineRepositories';

/** A pipeline in a real Git repository, and the catalog that knows it. */
export interface LocalPipeline {
  home: string;
  repository: string;
  repositories: PipelineRepositories;
  remove(): Promise<void>;
}

/** @param more - entities of the catalog beside `component:default/orders` */
export async function makeLocalPipeline(
  more: Entity[] = [],
): Promise<LocalPipeline> {
  const home = await fs.realpath(
    await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-local-')),
  );
  const localRepositories = path.join(home, 'repositories');
  const repository = path.join(localRepositories, 'orders');
  await fs.mkdir(repository, { recursive: true });
  await fs.writeFile(path.join(repository, 'values.yaml'), 'kafka: {}\n');
  await fs.writeFile(path.join(repository, 'catalog-info.yaml'), '');
  await git(repository, 'init', '--quiet', '--initial-branch=main');
  await commitAll(repository, { user: 'test', title: 'Create', task: 'first' });
  return {
    home,
    repository,
    repositories: new PipelineRepositories({
      catalog: catalogServiceMock({
        entities: [
          pipelineAt('orders', `file:${repository}/catalog-info.yaml`),
          ...more,
        ],
      }),
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      localRepositories,
    }),
    remove: () => fs.rm(home, { recursive: true }),
  };
}

/** A pipeline of the catalog. */
export function pipelineAt(name: string, location: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { [ANNOTATION_LOCATION]: location } },
    spec: { type: 'data-pipeline', lifecycle: 'production', owner: 'team' },
  };
}
