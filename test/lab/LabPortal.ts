import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionPreview,
  ActionView,
  FlinkAction,
  JobStateView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { secrets } from '../secrets';
import { permissions } from '../integration/callers';
import { operatorOf } from '../integration/operatorOf';
import { startPortal } from '../integration/startPortal';
import { Lab } from './lab';

const MANIFESTS = path.resolve(
  __dirname,
  '../../plugins/data-pipelines-backend/manifests',
);

/** What somebody saw before an action and what came of it. */
export interface Acted {
  preview: ActionPreview;
  view: ActionView;
}

/** A portal with the rights that our manifests give, and one job that it acts on. */
export class LabPortal {
  /**
   * @param catalog - folder with the `catalog-info.yaml` of the pipeline
   * @param job - name of its component
   */
  static async start(
    lab: Lab,
    catalog: string,
    job: string,
  ): Promise<LabPortal> {
    for (const name of ['read', 'write', 'flink', 'delete-snapshots']) {
      await lab.kubectl('apply', '-f', path.join(MANIFESTS, `${name}.yaml`));
    }
    const [readToken, writeToken] = await Promise.all(
      ['read', 'write'].map(async name => {
        const account = `headworks-${name}`;
        const token = await lab.kubectl(
          ...['create', 'token', account, '--namespace', 'headworks'],
          '--duration=8h',
        );
        secrets.add(token.trim());
        return token.trim();
      }),
    );
    const { url, caData } = await lab.server();
    const backend = await startPortal(
      {
        home: path.dirname(catalog),
        cluster: { url, caData, readToken, writeToken },
      },
      permissions.factory,
      {
        write: true,
        samples: [path.basename(catalog)],
        config: {
          backend: {},
          dataPipelines: { flink: { askEvery: { seconds: 1 } } },
        },
      },
    );
    return new LabPortal(backend, job);
  }

  private constructor(
    private readonly backend: TestBackend,
    private readonly job: string,
  ) {}

  readonly #api = operatorOf(() => this.backend);

  /** The job's page, in its one environment. */
  async state(): Promise<JobStateView['environments'][0]> {
    const { environments } = await this.#api.get<JobStateView>(
      `/jobs/default/${this.job}/state`,
    );
    return environments[0];
  }

  /** Asks for the page until it is right. */
  async until(
    what: string,
    right: (view: JobStateView['environments'][0]) => boolean,
    seconds = 240,
  ): Promise<JobStateView['environments'][0]> {
    const deadline = Date.now() + seconds * 1000;
    let last: unknown;
    while (Date.now() < deadline) {
      const view = await this.state().catch(error => {
        last = error;
      });
      if (view) {
        if (right(view)) return view;
        last = {
          report: view.job.report,
          starts: view.starts,
          snapshots: view.snapshots,
        };
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    const words = last instanceof Error ? last.message : JSON.stringify(last);
    throw new Error(`${what} did not come within ${seconds} s: ${words}`);
  }

  async preview(
    action: FlinkAction,
    key: string = randomUUID(),
  ): Promise<ActionPreview> {
    return this.#post('/actions/preview', { action, key });
  }

  /** Looks at what an action will do, agrees to its traps, does it and waits for its end. */
  async act(action: FlinkAction): Promise<Acted> {
    const { preview, id } = await this.order(action);
    return { preview, view: await this.ended(id) };
  }

  /** Looks at what an action will do, agrees to its traps and has it begin. */
  async order(
    action: FlinkAction,
  ): Promise<{ preview: ActionPreview; id: string }> {
    const key = randomUUID();
    const preview = await this.preview(action, key);
    const { fingerprint, plan } = preview;
    const { id } = await this.#post<ActionView>('/actions', {
      ...{ action, key, fingerprint },
      acknowledged: plan.traps
        .filter(({ weight }) => weight === 'acknowledge')
        .map(trap => trap.id),
    });
    return { preview, id };
  }

  /** What the page says of an action once it is right. */
  async action(
    id: string,
    right: (view: ActionView) => boolean,
  ): Promise<ActionView> {
    for (;;) {
      const { items } = await this.#api.get<ActionList>(
        `/jobs/default/${this.job}/actions`,
      );
      const view = items.find(item => item.id === id)!;
      if (right(view)) return view;
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }

  ended(id: string): Promise<ActionView> {
    return this.action(id, ({ state }) => state !== 'running');
  }

  async stop() {
    await this.backend.stop();
  }

  async #post<T>(where: string, body: object): Promise<T> {
    const response = await this.#api.post(`/jobs/default/${this.job}${where}`, {
      environment: 'dev',
      ...body,
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }
}
