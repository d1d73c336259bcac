import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { PLACE, run } from '../__testUtils__/facts';
import { sqliteStore } from '../__testUtils__/sqliteStore';
import { HistoryStore } from '../HistoryStore';
import { HistoryWriter } from './HistoryWriter';

describe('HistoryWriter', () => {
  let knex: Knex;
  let store: HistoryStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    ({ store, knex } = await sqliteStore());
  });

  afterEach(() => knex.destroy());

  const written = async () =>
    (await store.page({ of: { pipelineRef: PLACE.pipelineRef }, limit: 500 }))
      .items;

  it('writes what it is told before it stops', async () => {
    const writer = new HistoryWriter({ store, logger, most: 100 });
    writer.add([run('a'), run('b')]);
    expect(writer.status().waiting).toBe(2);
    writer.add([run('c')]);
    await writer.stop();
    expect(await written()).toHaveLength(3);
    expect(writer.status()).toEqual({
      waiting: 0,
      written: 3,
      batches: 1,
      failures: 0,
      dropped: {},
    });
  });

  it('drops the one fact that the database refuses, and no other', async () => {
    const writer = new HistoryWriter({ store, logger, most: 100 });
    writer.add([run('a'), { ...run('bad'), at: 'never' }, run('c')]);
    await writer.stop();
    expect(await written()).toHaveLength(2);
    expect(writer.status().dropped).toEqual({ run: 1 });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('the database refuses run of FlinkDeployment'),
    );
  });

  it('says once that the database is away, and when it is back', async () => {
    let away = true;
    const flaky = Object.create(store, {
      write: {
        value: (facts: Parameters<HistoryStore['write']>[0]) =>
          away ? Promise.reject(new Error('gone')) : store.write(facts),
      },
      check: {
        value: () => (away ? Promise.reject(new Error('gone')) : store.check()),
      },
    }) as HistoryStore;
    const writer = new HistoryWriter({ store: flaky, logger, most: 100 });
    writer.add([run('a')]);
    await new Promise(resolve => setTimeout(resolve, 900));
    const { failures, waitingSince, ...status } = writer.view();
    expect(status).toMatchObject({ waiting: 1, written: 0, error: 'gone' });
    expect(failures).toBeGreaterThan(1);
    const waited = Date.now() - Date.parse(waitingSince!);
    expect(waited).toBeGreaterThanOrEqual(850);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    away = false;
    await new Promise(resolve => setTimeout(resolve, 1500));
    expect(await written()).toHaveLength(1);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('nothing was lost'),
    );
    await writer.stop();
  });
});
