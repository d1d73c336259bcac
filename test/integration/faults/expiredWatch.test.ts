import {
  expectAgeSince,
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
const isWatch = (path: string) =>
  path.includes('/kafkatopics') && path.includes('watch=true');

describe('etcd that is compacted', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({
      crds: /^KafkaTopic/,
      watchSeconds: 5,
      // So that a watch goes to etcd, which says that it is too old.
      apiserverFlags: ['--watch-cache=false'],
    });
    await putTopic(world, 'first');
    await untilFollowed(world, 'first');
  });

  afterAll(() => world?.stop());

  it('makes a watch answer 410, and the kind is listed again', async () => {
    const { lists } = world.resource(TOPICS);
    const began = Date.now();
    world.proxy.fault = {
      answer: path => (isWatch(path) ? { status: 503 } : undefined),
    };
    await until(
      () => world.resource(TOPICS).state,
      state => state !== 'live',
    );
    // The watch that was open then ended by itself, some seconds later.
    expectAgeSince(began + 7_000, world.resource(TOPICS));
    expectAgeSince(began + 7_000, world.view());
    await putTopic(world, 'first', 2);
    await putTopic(world, 'second');
    await compact(world);
    world.proxy.fault = {};
    await until(
      () => topicsOf(world),
      ({ first, second }) => first === 2 && second === 1,
      RECOVERY,
    );
    await until(
      world.view,
      ({ status, notes }) => status === 'live' && !notes,
      RECOVERY,
    );
    expect(world.resource(TOPICS).lists).toBe(lists + 1);
    expectNothingLost(world);
  });

  it('may interrupt a list between two pages, which then begins anew', async () => {
    for (let i = 0; i < 600; i += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, k) => putTopic(world, `many-${i + k}`)),
      );
    }
    let interrupted = 0;
    world.proxy.fault = {
      answer: path => (isWatch(path) ? { status: 410 } : undefined),
      before: async path => {
        if (!/kafkatopics.*continue=/.test(path) || interrupted > 0) return;
        interrupted++;
        await putTopic(world, 'first', 3);
        await compact(world);
      },
    };
    await until(
      () => interrupted,
      times => times === 1,
    );
    world.proxy.fault = {};
    await until(
      () => topicsOf(world),
      topics => topics.first === 3 && Object.keys(topics).length === 602,
      RECOVERY,
    );
    expect(world.proxy.count(/kafkatopics.*continue=/, 410)).toBe(1);
    expectNothingLost(world);
  });
});

/** Drops every version of etcd's keys but the newest. */
async function compact({ cluster }: WatchedCluster): Promise<void> {
  const ask = async (path: string, body: object) => {
    const response = await fetch(`${cluster.etcdUrl}/v3/kv/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { header: { revision: string } };
  };
  const { header } = await ask('range', { key: 'AA==' });
  await ask('compaction', { revision: header.revision, physical: true });
}
