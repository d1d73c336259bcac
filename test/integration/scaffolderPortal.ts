import fs from 'node:fs';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { localLocations } from '../../packages/backend/src/localLocations';
import { World } from './world';

const root = path.resolve(__dirname, '../..');

/** How a task ended, with its log. */
export interface TaskResult {
  id: string;
  status: 'completed' | 'failed';
  log: string;
}

/** A real scaffolder and catalog with our templates and actions. */
export interface ScaffolderPortal {
  /** Where local repositories are. */
  repositories: string;
  call(at: string, body?: object): Promise<Response>;
  submit(template: string, values: object): Promise<Response>;
  /** Runs a template to its end. */
  create(template: string, values: object): Promise<TaskResult>;
  /** Runs a task once more. */
  retry(id: string): Promise<TaskResult>;
  dryRun(template: string, values: object): Promise<Response>;
  /** Registers a catalog file, on disk or of a Git host, and waits for what it describes. */
  register(target: string, entityRef: string): Promise<void>;
  /** Waits until the catalog has an entity, and returns it. */
  entity(ref: string): Promise<{ metadata: JsonObject; spec: JsonObject }>;
  stop(): Promise<void>;
}

/** @param options - `helm` is the path of Helm; Helm 4 unless said otherwise */
export async function startScaffolderPortal(
  { home, cluster, binaries }: World,
  options: {
    helm?: string;
    chartsDirectory?: string;
    config?: JsonObject;
  } = {},
): Promise<ScaffolderPortal> {
  const repositories = fs.mkdtempSync(path.join(home, 'repositories-'));
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            rules: [{ allow: ['Component', 'Resource', 'Location'] }],
            locations: [
              {
                type: 'file',
                target: path.join(root, 'templates/all.yaml'),
                rules: [{ allow: ['Location', 'Template'] }],
              },
            ],
          },
          dataPipelines: {
            scaffolder: {
              chartsDirectory:
                options.chartsDirectory ?? path.join(root, 'charts'),
              helm: options.helm ?? binaries.helm4,
              localRepositories: repositories,
              install: [
                { cluster: 'playground', kubeconfig: cluster.adminKubeconfig },
              ],
            },
          },
        },
      }),
      localLocations,
      import('@backstage/plugin-catalog-backend'),
      import(
        '@backstage/plugin-catalog-backend-module-scaffolder-entity-model'
      ),
      import('@backstage/plugin-scaffolder-backend'),
      import('@backstage/plugin-scaffolder-backend-module-github'),
      import(
        '@headworks/backstage-plugin-catalog-backend-module-data-pipelines'
      ),
      import(
        '@headworks/backstage-plugin-scaffolder-backend-module-data-pipelines'
      ),
    ],
  });
  const call = (at: string, body?: object) =>
    fetch(`http://localhost:${backend.server.port()}/api/${at}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: mockCredentials.user.header(),
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  const submit = (template: string, values: object) =>
    call('scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values,
    });
  const ending = async (id: string): Promise<TaskResult> => {
    const { status } = await until(
      async () => (await call(`scaffolder/v2/tasks/${id}`)).json(),
      task => ['completed', 'failed'].includes(task.status),
      `The task ${id} does not end`,
    );
    const events: Array<{ body: { message: string } }> = await (
      await call(`scaffolder/v2/tasks/${id}/events`)
    ).json();
    return {
      id,
      status,
      log: events.map(({ body }) => body.message).join('\n'),
    };
  };
  const entity = async (ref: string) => {
    const [, kind, name] = /^(.+):default\/(.+)$/.exec(ref)!;
    const response = await until(
      () => call(`catalog/entities/by-name/${kind}/default/${name}`),
      ({ ok }) => ok,
      `The catalog has no ${ref}`,
    );
    return response.json();
  };
  return {
    repositories,
    call,
    submit,
    entity,
    async create(template, values) {
      await entity(`template:default/${template}`);
      const submitted = await submit(template, values);
      if (!submitted.ok) throw new Error(await submitted.text());
      return ending((await submitted.json()).id);
    },
    async retry(id) {
      const { ok, status } = await call(`scaffolder/v2/tasks/${id}/retry`, {});
      if (!ok) throw new Error(`The retry was answered with ${status}`);
      return ending(id);
    },
    async dryRun(template, values) {
      return call('scaffolder/v2/dry-run', {
        template: await entity(`template:default/${template}`),
        values,
        directoryContents: [],
      });
    },
    async register(target, entityRef) {
      const type = /^https?:/.test(target) ? 'url' : 'file';
      const { ok } = await call('catalog/locations', { type, target });
      if (!ok) throw new Error(`The catalog refuses ${target}`);
      await entity(entityRef);
    },
    stop: () => backend.stop(),
  };
}

async function until<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
  sentence: string,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > deadline) throw new Error(sentence);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
