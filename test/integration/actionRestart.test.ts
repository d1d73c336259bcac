import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionPreview,
  JobStateView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import knexFactory from 'knex';
import { KubernetesObject } from '../cluster/client';
import { permissions } from './callers';
import { eventually } from './eventually';
import { operatorOf } from './operatorOf';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const JOB = '/jobs/default/clickstream-sessionize';
const OBJECT = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments/clickstream-sessionize`;

interface Job extends KubernetesObject {
  spec: { restartNonce?: number };
}

/** A real API server, a simulated Flink operator that takes its time, and two portals one after the other. */
describe('a portal that ends in the middle of an action', () => {
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

  it('leaves it to the next one, which does nothing twice', async () => {
    portal = await start();
    await eventually(
      () =>
        get<JobStateView>(`${JOB}/state`).catch(
          // The catalog reads its files when it has started.
          () => undefined,
        ),
      view => view?.environments[0]?.job.report.health === 'Healthy',
    );
    const question = {
      environment: 'dev',
      action: { action: 'restart' },
      key: randomUUID(),
    };
    const seen = await post(`${JOB}/actions/preview`, question);
    const { fingerprint } = (await seen.json()) as ActionPreview;
    const order = { ...question, fingerprint, acknowledged: [] };
    const ordered = await post(`${JOB}/actions`, order);
    expect(await ordered.json()).toMatchObject({
      state: 'running',
      stepsDone: 1,
    });
    await portal.stop();
    await forgetTheStep();

    portal = await start();
    const [action] = await eventually(
      async () => {
        const list = await get<ActionList>(`${JOB}/actions`).catch(
          () => undefined,
        );
        return list?.items ?? [];
      },
      items => items.length > 0 && items[0].state !== 'running',
    );
    expect(action).toMatchObject({ state: 'done', stepsDone: 2 });
    const { spec } = await world.cluster.client.get<Job>(OBJECT);
    expect(spec.restartNonce).toBe(1);
    const again = await post(`${JOB}/actions`, order);
    expect(await again.json()).toMatchObject({ id: action.id, state: 'done' });
  }, 180_000);

  /** As if the portal had ended, or lost its API server, right after the patch. */
  async function forgetTheStep() {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(folder(), 'data-pipelines.sqlite') },
      useNullAsDefault: true,
    });
    expect(await knex('actions').update({ steps_done: 0, due_at: 0 })).toBe(1);
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
});
