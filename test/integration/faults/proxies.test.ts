import {
  deleteTopic,
  expectNothingLost,
  putTopic,
  RECOVERY,
  startWatchedCluster,
  topicsOf,
  until,
  untilFollowed,
  WatchedCluster,
} from './watchedCluster';

const TOPICS = 'kafkatopics.kafka.strimzi.io';
const isWatchOfTopics = ({ path }: { path: string }) =>
  path.includes('/kafkatopics?') && path.includes('watch=true');

describe('a proxy between the portal and the API server', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({ crds: /^KafkaTopic/ });
    await putTopic(world, 'first');
    await untilFollowed(world, 'first');
  });

  afterEach(async () => {
    world.proxy.fault = {};
    world.proxy.cut();
    await untilFollowed(world, 'first');
  });

  afterAll(() => world?.stop());

  it('that cuts every stream after 10 s loses nothing, lists nothing again and is no fault', async () => {
    const { lists, watchRestarts } = world.resource(TOPICS);
    world.proxy.fault = { cutAfter: 10_000 };
    world.proxy.cut();
    const began = Date.now();
    // The Kubernetes plugin's proxy passes no break on: it shows when a watch
    // does not end in time, and until then nothing is said to be newer.
    await until(
      () => world.collector.status().clusters[0].cut,
      isCut => isCut,
      45_000,
    );
    expect(Date.parse(world.resource(TOPICS).asOf!)).toBeLessThan(
      began + 1_000,
    );
    // None of the longer ones goes on: it would be cut, and show that late.
    await until(
      () => world.proxy.requests.filter(isWatchOfTopics).at(-1)!.path,
      path => path.includes('timeoutSeconds=4'),
      2_000,
    );
    const seen = new Set<string>();
    const ends = Date.now() + 32_000;
    for (let i = 0; Date.now() < ends; i++) {
      await putTopic(world, 'first', 10 + i);
      await putTopic(world, `short-${i}`);
      await deleteTopic(world, `short-${i}`);
      const { notes, status } = world.view();
      seen.add(`${status} ${notes ?? ''}`);
      await new Promise(resolve => setTimeout(resolve, 300));
      const latest = 10 + i;
      await until(
        () => topicsOf(world),
        topics => topics.first === latest,
        RECOVERY,
      );
    }
    expect([...seen]).toEqual(['live ']);
    const after = world.resource(TOPICS);
    expect(after.lists).toBe(lists);
    expect(after.watchRestarts).toBeGreaterThanOrEqual(watchRestarts + 3);
    expectNothingLost(world);
  });

  it('that holds answers back is found out, and changes still show within 10 s', async () => {
    world.proxy.fault = { buffer: true };
    world.proxy.cut();
    const began = Date.now();
    await putTopic(world, 'held', 1);
    const { notes } = await until(world.view, one => Boolean(one.notes));
    expect(notes).toEqual([
      expect.stringMatching(
        /^Something between the portal and cluster east holds its answers back/,
      ),
    ]);
    // Nothing is said to be newer than it is.
    if (!('held' in topicsOf(world))) {
      const { asOf } = world.resource(TOPICS);
      expect(Date.parse(asOf!)).toBeLessThan(began + 1_000);
    }
    await until(
      () => topicsOf(world),
      ({ held }) => held === 1,
      RECOVERY,
    );
    for (const partitions of [2, 3]) {
      await putTopic(world, 'held', partitions);
      await until(
        () => topicsOf(world),
        ({ held }) => held === partitions,
        RECOVERY,
      );
    }
    expectNothingLost(world);
  });
});
