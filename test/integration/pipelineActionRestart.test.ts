import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionView,
  PipelineActionName,
  PipelineActionPreview,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import knexFactory from 'knex';
import { KubernetesObject } from '../cluster/client';
import { permissions } from './callers';
import { eventually } from './eventually';
import { operatorOf } from './operatorOf';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments`;
const PIPELINE = '/pipelines/default/clickstream';

interface Job extends KubernetesObject {
  spec: { job: { state?: string } };
  status?: { jobStatus: { state: string } };
}

/** A real API server, a simulated Flink operator that takes its time, and two portals one after the other. */
describe('a portal that ends while it starts a pipeline', () => {
  let world: World;
  let portal: TestBackend | undefined;
  const { get, post } = operatorOf(() => portal!);

  beforeAll(async () => {
    world = await startWorld({ speed: 4 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
  }, 300_000);

  afterAll(async () => {
    await portal?.stop();
    await world?.stop();
  });

  it('leaves the rest to the next one, which does nothing twice', async () => {
    portal = await start();
    await eventually(
      () =>
        get<PipelineView>(PIPELINE).catch(
          // The catalog reads its files when it has started.
          () => undefined,
        ),
      // It reads them one after the other: both have to be there.
      view =>
        view?.environments[0]?.jobs.filter(
          ({ report }) => report.health === 'Healthy',
        ).length === 2,
    );
    await ended(await order('stop', randomUUID()));
    const before = await Promise.all(['alerting', 'sessionize'].map(job));
    expect(before.map(({ spec }) => spec.job.state)).toEqual([
      'suspended',
      'suspended',
    ]);

    const key = randomUUID();
    const ordered = await order('start', key);
    expect(ordered).toMatchObject({ state: 'running', stepsDone: 1 });
    await portal.stop();
    await forgetTheStep(ordered);

    portal = await start();
    expect(await ended(ordered)).toMatchObject({ state: 'done', stepsDone: 4 });
    const after = await Promise.all(['alerting', 'sessionize'].map(job));
    expect(after.map(({ status }) => status?.jobStatus.state)).toEqual([
      'RUNNING',
      'RUNNING',
    ]);
    expect(after.map(({ metadata }) => metadata.generation)).toEqual(
      before.map(({ metadata }) => (metadata.generation ?? 0) + 1),
    );
  }, 240_000);

  /** As if the portal had ended, or lost its API server, right after the patch. */
  async function forgetTheStep({ id }: ActionView) {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(folder(), 'data-pipelines.sqlite') },
      useNullAsDefault: true,
    });
    const forgotten = await knex('actions')
      .where({ id })
      .update({ steps_done: 0, due_at: 0 });
    expect(forgotten).toBe(1);
    await knex.destroy();
  }

  const folder = () => path.join(world.home, 'database');

  function start() {
    return startPortal(world, permissions.factory, {
      write: true,
      config: {
        backend: {
          database: {
            client: 'better-sqlite3',
            connection: { directory: folder() },
          },
        },
      },
    });
  }

  function job(name: string): Promise<Job> {
    return world.cluster.client.get<Job>(`${FLINK}/clickstream-${name}`);
  }

  /** Looks, then does it. */
  async function order(
    action: PipelineActionName,
    key: string,
  ): Promise<ActionView> {
    const question = { environment: 'dev', action: { action }, key };
    const seen = await post(`${PIPELINE}/actions/preview`, question);
    const { fingerprint } = (await seen.json()) as PipelineActionPreview;
    const answer = await post(`${PIPELINE}/actions`, {
      ...question,
      fingerprint,
      acknowledged: [],
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  async function ended({ id }: ActionView): Promise<ActionView> {
    const found = await eventually(
      async () => {
        const list = await get<ActionList>(`${PIPELINE}/actions`).catch(
          // So soon after its start the portal does not know the catalog.
          () => undefined,
        );
        return list?.items.find(item => item.id === id);
      },
      view => view !== undefined && view.state !== 'running',
    );
    return found!;
  }
});
