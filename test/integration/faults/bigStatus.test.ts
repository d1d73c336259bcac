import {
  EAST,
  expectNothingLost,
  putTopic,
  RECOVERY,
  startWatchedCluster,
  topicsOf,
  until,
  untilFollowed,
  WatchedCluster,
} from './watchedCluster';

const TOPIC = '/apis/kafka.strimzi.io/v1/namespaces/data/kafkatopics/first';

describe('an object with 900 kB of status', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({ crds: /^KafkaTopic/ });
    await putTopic(world, 'first');
    await untilFollowed(world, 'first');
  });

  afterAll(() => world?.stop());

  it('is taken in as the little that can be shown, and what follows it too', async () => {
    const conditions = Array.from({ length: 300 }, (_, i) => ({
      type: i === 0 ? 'Ready' : `Other${i}`,
      status: 'False',
      reason: 'TopicOperatorError',
      message: `${i} ${'x'.repeat(3_000)}`,
      lastTransitionTime: '2026-01-01T00:00:00Z',
    }));
    expect(JSON.stringify(conditions).length).toBeGreaterThan(900_000);
    await world.cluster.client.merge(`${TOPIC}/status`, {
      status: { conditions },
    });
    await putTopic(world, 'second', 2);
    await until(
      () => topicsOf(world),
      ({ second }) => second === 2,
      RECOVERY,
    );
    const topic = world.collector
      .source(EAST)
      .get('kafkatopics.kafka.strimzi.io', 'data', 'first');
    expect(topic?.status?.conditions?.[0]).toMatchObject({
      type: 'Ready',
      status: 'False',
    });
    expect(JSON.stringify(topic).length).toBeLessThan(100_000);
    expect(world.view().status).toBe('live');
    expectNothingLost(world);
  });
});
