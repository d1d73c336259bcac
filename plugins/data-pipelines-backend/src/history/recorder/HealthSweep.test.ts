import { Health } from '@headworks/backstage-plugin-data-pipelines-common';
import { Knex } from 'knex';
import { HealthChange } from '../../service/HealthChange';
import { sqliteStore } from '../__testUtils__/sqliteStore';
import { transitionFact } from '../facts/transition';
import { HistoryStore } from '../HistoryStore';
import { HealthSweep } from './HealthSweep';

const NOW = new Date('2026-01-01T01:00:00Z');

describe('HealthSweep', () => {
  let knex: Knex;
  let store: HistoryStore;
  let sweep: HealthSweep;

  beforeEach(async () => {
    ({ store, knex } = await sqliteStore());
    sweep = new HealthSweep(store);
  });

  afterEach(() => knex.destroy());

  const items = async () =>
    (await store.page({ of: { pipelineRef: 'p' }, limit: 9 })).items;

  it('finds what was never written, the second time', async () => {
    sweep.healthChanged([change('Degraded', 7)]);
    expect(await sweep.compare(NOW)).toEqual([]);
    const lost = await sweep.compare(NOW);
    expect(lost).toHaveLength(1);
    await store.write(lost);
    expect(await items()).toHaveLength(1);
    expect(await sweep.compare(NOW)).toEqual([]);
  });

  it('is content with what was written', async () => {
    const written = change('Degraded', 7);
    await write(written);
    sweep.healthChanged([written]);
    await sweep.compare(NOW);
    expect(await sweep.compare(NOW)).toEqual([]);
  });

  it('replaces what differs at the same version', async () => {
    await write(change('Healthy', 7));
    sweep.healthChanged([change('Degraded', 7)]);
    await sweep.compare(NOW);
    await store.write(await sweep.compare(NOW));
    expect(await items()).toEqual([
      expect.objectContaining({ from: 'Healthy', to: 'Degraded' }),
      expect.objectContaining({ to: 'Healthy' }),
    ]);
  });

  it('leaves alone what another replica knows better', async () => {
    await write(change('Healthy', 9));
    sweep.healthChanged([change('Degraded', 7)]);
    await sweep.compare(NOW);
    expect(await sweep.compare(NOW)).toEqual([]);
  });

  async function write(one: HealthChange) {
    await store.write([transitionFact(one)]);
  }
});

function change(health: Health, version: number): HealthChange {
  return {
    place: {
      pipelineRef: 'p',
      environment: 'prod',
      cluster: 'blue',
      object: 'FlinkDeployment/data/orders',
    },
    after: { health, reason: 'Test', message: 'A test' },
    version,
    at: '2026-01-01T00:00:00.000Z',
  };
}
