import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionPreview,
  ActionView,
  CheckpointsView,
  CollectorView,
  FlinkView,
  HistoryPage,
  JobAction,
  JobStateView,
  PipelineLagView,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { stringify } from 'yaml';
import { until } from './faults/watchedCluster';
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
    /** Token of the second credential, for actions. */
    write?: string;
  }): Promise<FlinkPortal> {
    const { home, url, caData, token, jobs, write } = options;
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
            dataPipelines: {
              flink: { askEvery: { seconds: 1 } },
              ...(write && {
                clusters: [
                  { name: CLUSTER, write: { url, caData, token: write } },
                ],
              }),
            },
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
      `${jobAt(name)}/checkpoints?environment=dev`,
    );
  }

  /** What the State tab shows of a job's starts, newest first. */
  async starts(name: string) {
    return (await this.state(name)).starts;
  }

  /** The State tab of a job in its environment. */
  async state(name: string) {
    const { environments } = await this.#get<JobStateView>(
      `${jobAt(name)}/state`,
    );
    return environments?.[0];
  }

  /** What a job's own Flink says of its steps. */
  async flink(name: string) {
    return this.#get<FlinkView>(`${jobAt(name)}/flink?environment=dev`);
  }

  /** How far the jobs of the pipeline are behind what they read. */
  async lag() {
    return this.#get<PipelineLagView>(
      'pipelines/default/clickstream/lag?environment=dev',
    );
  }

  /** What an action would do. */
  async preview(name: string, action: JobAction, key = randomUUID()) {
    return this.#post<ActionPreview>(`${jobAt(name)}/actions/preview`, {
      environment: 'dev',
      action,
      key,
    });
  }

  /** Has an action done as its preview shows it, and waits for its end. */
  async act(
    name: string,
    action: JobAction,
    key = randomUUID(),
  ): Promise<ActionView> {
    const { plan, fingerprint } = await this.preview(name, action, key);
    const { id } = await this.#post<ActionView>(`${jobAt(name)}/actions`, {
      environment: 'dev',
      action,
      key,
      fingerprint,
      acknowledged: plan.traps.map(trap => trap.id),
    });
    const { items } = await until(
      () => this.#get<ActionList>(`${jobAt(name)}/actions`),
      list => list.items.some(one => one.id === id && one.state !== 'running'),
      60_000,
    );
    return items.find(one => one.id === id)!;
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

  async #post<T>(at: string, body: object): Promise<T> {
    const port = this.#backend.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/data-pipelines/${at}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error?.message ?? at);
    return answer as T;
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

function jobAt(name: string): string {
  return `jobs/default/clickstream-${name}`;
}
