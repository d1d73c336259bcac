import { Knex } from 'knex';
import { sqliteStore } from '../history/__testUtils__/sqliteStore';
import { PLACE } from '../history/__testUtils__/facts';
import { PlacedFact, StartFact } from '../history/facts/Fact';
import { HistoryStore } from '../history/HistoryStore';
import { StartBook } from './StartBook';

const start = (hour: number, image?: string): PlacedFact<StartFact> => {
  const at = new Date(Date.UTC(2026, 10, 28, hour)).toISOString();
  return {
    kind: 'start',
    place: PLACE,
    key: `u1 ${hour}`,
    at,
    rank: image ? 2 : 1,
    detail: { run: String(hour), at, ...(image && { image }) },
  };
};

describe('StartBook', () => {
  let store: HistoryStore;
  let knex: Knex;
  let told: Array<readonly string[]>;

  beforeEach(async () => {
    ({ store, knex } = await sqliteStore());
    told = [];
  });

  afterEach(() => knex.destroy());

  const open = async () => {
    const book = new StartBook();
    book.subscribe(refs => told.push(refs));
    await book.open(store);
    return book;
  };
  const runs = (book: StartBook) => {
    const [kind, namespace, name] = PLACE.object.split('/');
    const { pipelineRef, environment, cluster } = PLACE;
    return book
      .of(
        pipelineRef,
        { name: environment, cluster },
        { kind, namespace, name },
      )
      .map(({ run, image }) => [run, image]);
  };

  it('knows what was kept before it was opened, newest first', async () => {
    await store.write([start(8), start(10), start(9)]);
    expect(runs(await open())).toEqual([['10'], ['9'], ['8']].map(pair));
    expect(told).toEqual([]);
  });

  it('learns what any replica wrote, and tells of it once', async () => {
    await store.write([start(8)]);
    const book = await open();
    await store.write([start(9), start(8, 'flink:2')]);
    await book.refresh();
    await book.refresh();
    expect(runs(book)).toEqual([
      ['9', undefined],
      ['8', 'flink:2'],
    ]);
    expect(told).toEqual([[PLACE.pipelineRef]]);
  });

  it('keeps the newest fifty of a job', async () => {
    await store.write(Array.from({ length: 60 }, (_, i) => start(i)));
    const book = await open();
    await store.write([start(100)]);
    await book.refresh();
    expect(runs(book)).toHaveLength(50);
    expect(runs(book)[0]).toEqual(['100', undefined]);
  });

  function pair([run]: string[]) {
    return [run, undefined];
  }
});
