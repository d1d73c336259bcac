import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { startTestBackend, TestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ENVIRONMENTS,
  FoundPipeline,
  parseEnvironments,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { entitiesOf } from './entitiesOf';
import { FoundPipelinesProvider, isFound } from './FoundPipelinesProvider';

const found: FoundPipeline = {
  name: 'shop',
  owner: 'web',
  environments: [
    { name: 'dev', cluster: 'east', namespace: 'streams', release: 'shop' },
  ],
  jobs: [{ name: 'sum', engine: 'flink', reads: [], writes: [], objects: [] }],
  topics: [],
};

const options = {
  namespace: 'default',
  defaultOwner: 'unknown',
  lifecycle: 'production',
};

/** As the catalog's own providers of Git hosts: with a location key. */
class Git implements EntityProvider {
  connection: EntityProviderConnection | undefined;

  getProviderName() {
    return 'git';
  }

  async connect(connection: EntityProviderConnection) {
    this.connection = connection;
  }

  async commit(entities: Entity[]) {
    await this.connection!.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity: {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...entity.metadata.annotations,
              'backstage.io/managed-by-location': 'url:https://git.example/a',
              'backstage.io/managed-by-origin-location':
                'url:https://git.example/a',
            },
          },
        },
        locationKey: 'url:https://git.example/a',
      })),
    });
  }
}

describe('FoundPipelinesProvider in a real catalog', () => {
  const git = new Git();
  let inClusters: FoundPipeline[] | Error = [found];
  let incomplete: string[] = [];
  let refresh: () => Promise<void>;
  let backend: TestBackend;
  let entity: (name?: string) => Promise<Entity | undefined>;

  beforeAll(async () => {
    const module = createBackendModule({
      pluginId: 'catalog',
      moduleId: 'found',
      register(reg) {
        reg.registerInit({
          deps: {
            auth: coreServices.auth,
            catalog: catalogServiceRef,
            logger: coreServices.logger,
            processing: catalogProcessingExtensionPoint,
          },
          async init({ auth, catalog, logger, processing }) {
            const own = async (
              ref: Parameters<CatalogService['getEntities']>[0],
            ) =>
              catalog.getEntities(ref, {
                credentials: await auth.getOwnServiceCredentials(),
              });
            processing.addEntityProvider(
              git,
              new FoundPipelinesProvider({
                logger,
                entities: options,
                schedule: {
                  async run({ fn }) {
                    refresh = async () => fn(new AbortController().signal);
                    // The catalog serves only after its providers are there.
                  },
                },
                async find() {
                  if (inClusters instanceof Error) throw inClusters;
                  return { items: inClusters, incomplete };
                },
                catalog: async () =>
                  (await own({ filter: { kind: 'component' } })).items,
              }),
            );
            entity = async (name = 'shop') => {
              const { items } = await own({
                filter: { 'metadata.name': name },
              });
              return items[0];
            };
          },
        });
      },
    });
    backend = await startTestBackend({
      features: [catalogBackend, module],
    });
  });

  afterAll(() => backend.stop());

  async function until(promise: () => Promise<boolean>) {
    const deadline = Date.now() + 20_000;
    while (!(await promise())) {
      if (Date.now() > deadline) throw new Error('It never came about');
      await sleep(100);
    }
  }

  const ofGit = async () => {
    const seen = await entity();
    return seen !== undefined && !isFound(seen);
  };

  it('offers what clusters show', async () => {
    await refresh();
    await until(async () =>
      isFound((await entity()) ?? ({ metadata: {} } as Entity)),
    );
  });

  it('keeps it while the clusters cannot be asked', async () => {
    inClusters = new Error('no answer');
    await refresh();
    inClusters = [found];
    expect(isFound((await entity())!)).toBe(true);
  });

  it('hands it over to Git, and never takes it back', async () => {
    await git.commit(entitiesOf({ ...found, owner: 'team-git' }, options));
    await until(ofGit);
    await refresh();
    await refresh();
    await sleep(1500);
    expect(await ofGit()).toBe(true);
    expect((await entity())?.spec?.owner).toBe('team-git');
  });

  it('offers it again once Git no longer has it', async () => {
    await git.commit([]);
    await until(async () => (await entity()) === undefined);
    await refresh();
    await until(async () => (await entity()) !== undefined);
    expect(isFound((await entity())!)).toBe(true);
  });

  it('keeps what is in a cluster that was not read since the start', async () => {
    inClusters = [];
    incomplete = ['east'];
    await refresh();
    await refresh();
    await sleep(1500);
    expect(isFound((await entity())!)).toBe(true);
    incomplete = [];
  });

  it('leaves what is in a cluster that is only half read', async () => {
    inClusters = [{ ...found, owner: 'nobody-yet', jobs: [] }];
    incomplete = ['east'];
    await refresh();
    await sleep(1500);
    expect((await entity())?.spec?.owner).toBe('web');
    incomplete = [];
    await refresh();
    await until(async () => (await entity())?.spec?.owner === 'nobody-yet');
  });

  it('leaves what has an environment more, in a cluster that was not read', async () => {
    const west = { ...found.environments[0], name: 'prod', cluster: 'west' };
    const both = { ...found, environments: [...found.environments, west] };
    const places = async () =>
      parseEnvironments(
        (await entity())?.metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
      ).map(({ cluster }) => cluster);
    inClusters = [both];
    await refresh();
    await until(async () => (await places()).includes('west'));
    inClusters = [found, { ...found, name: 'offered-with-it' }];
    incomplete = ['west'];
    await refresh();
    await until(
      async () => (await entity('offered-with-it-sum')) !== undefined,
    );
    expect(await places()).toEqual(['east', 'west']);
    inClusters = [found];
    incomplete = [];
    await refresh();
    await until(async () => !(await places()).includes('west'));
  }, 60_000);

  it('withdraws what clusters no longer show', async () => {
    inClusters = [];
    await refresh();
    await until(async () => (await entity()) === undefined);
    expect(await entity()).toBeUndefined();
  });
});
