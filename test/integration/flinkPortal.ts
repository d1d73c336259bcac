import fs from 'node:fs';
import path from 'node:path';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  CheckpointsView,
  CollectorView,
  FlinkView,
  HistoryPage,
  JobStateView,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { stringify } from 'yaml';
import { NAMESPACE } from './flinkNetwork';

/** Name of the cluster, for the portal. */
export const CLUSTER = 'lab';

/** A portal with one pipeline, `clickstream`, that asks Flink each second. */
export class FlinkPortal {
  readonly #backend: TestBackend;

  static async start(options: {
    home: string;
    url: string;
    caData: string;
    token: string;
    jobs: readonly string[];
  }): Promise<FlinkPortal> {
    const { home, url, caData, token, jobs } = options;
    const entities = path.join(home, 'catalog-info.yaml');
    fs.writeFileSync(entities, entitiesOf(jobs));
    const backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: {
              rules: [{ allow: ['Component'] }],
              locations: [{ type: 'file', target: entities }],
            },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: CLUSTER,
                      url,
                      caData,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: token,
                    },
                  ],
                },
              ],
            },
            dataPipelines: { flink: { askEvery: { seconds: 1 } } },
          },
        }),
        import('@backstage/plugin-catalog-backend'),
        import('@backstage/plugin-kubernetes-backend'),
        import('@backstage/plugin-signals-backend'),
        import('@headworks/backstage-plugin-data-pipelines-backend'),
        import(
          '@headworks/backstage-plugin-catalog-backend-module-data-pipelines'
        ),
      ],
    });
    return new FlinkPortal(backend);
  }

  private constructor(backend: TestBackend) {
    this.#backend = backend;
  }

  async pipeline(): Promise<PipelineView> {
    return this.#get('pipelines/default/clickstream');
  }

  /** A job as its page shows it. */
  async job(name: string) {
    const { environments } = await this.pipeline();
    return environments?.[0]?.jobs.find(job => job.name === name);
  }

  /** What the State tab shows of a job's checkpoints. */
  async checkpoints(name: string) {
    return this.#get<CheckpointsView>(
      `jobs/default/clickstream-${name}/checkpoints?environment=dev`,
    );
  }

  /** What the State tab shows of a job's starts, newest first. */
  async starts(name: string) {
    return (await this.state(name)).starts;
  }

  /** The State tab of a job in its environment. */
  async state(name: string) {
    const { environments } = await this.#get<JobStateView>(
      `jobs/default/clickstream-${name}/state`,
    );
    return environments[0];
  }

  /** What a job's own Flink says of its steps. */
  async flink(name: string) {
    return this.#get<FlinkView>(
      `jobs/default/clickstream-${name}/flink?environment=dev`,
    );
  }

  async collector() {
    const { clusters } = await this.#get<CollectorView>('collector');
    return clusters[0].flink;
  }

  async history(kind: string) {
    const { items } = await this.#get<HistoryPage>(
      `pipelines/default/clickstream/history?kind=${kind}`,
    );
    return items;
  }

  async stop() {
    await this.#backend.stop();
  }

  async #get<T>(at: string): Promise<T> {
    const port = this.#backend.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/data-pipelines/${at}`,
    );
    return (await response.json()) as T;
  }
}

function entitiesOf(jobs: readonly string[]): string {
  const component = (name: string, annotations: object, spec: object) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { lifecycle: 'production', owner: 'group:default/web', ...spec },
  });
  return [
    component(
      'clickstream',
      {
        'headworks.dev/environments': `dev=${CLUSTER}/${NAMESPACE}/clickstream`,
      },
      { type: 'data-pipeline' },
    ),
    ...jobs.map(job =>
      component(
        `clickstream-${job}`,
        {
          'headworks.dev/pipeline': 'clickstream',
          'headworks.dev/job': job,
        },
        {
          type: 'flink-job',
          subcomponentOf: 'component:default/clickstream',
        },
      ),
    ),
  ]
    .map(entity => stringify(entity))
    .join('---\n');
}
