import {
  ageOf,
  expectAgeSince,
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

describe('an API server that is killed and comes back', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({ crds: /^Kafka/ });
    await putTopic(world, 'stays');
    await putTopic(world, 'goes');
    await untilFollowed(world, 'goes');
  });

  afterAll(() => world?.stop());

  it('is said to be gone, with the age of what is shown, and nothing is forgotten', async () => {
    const killed = Date.now();
    world.kill();
    const { error, asOf } = await until(
      world.view,
      ({ status }) => status === 'unreachable',
    );
    expect(error).toMatch(/^Cluster east does not answer: the con/);
    expectAgeSince(killed, { asOf });
    expect(Date.now() - killed).toBeLessThan(RECOVERY);
    await new Promise(resolve => setTimeout(resolve, 3_000));
    expect(ageOf(world.view())).toBeGreaterThan(3);
    expect(topicsOf(world)).toEqual({ stays: 1, goes: 1 });
  });

  it('is followed again within 10 s, with what happened since', async () => {
    const dead = Date.now();
    await world.restart();
    const back = Date.now();
    await deleteTopic(world, 'goes');
    await putTopic(world, 'stays', 3);
    await putTopic(world, 'comes');
    const { asOf } = await until(
      world.view,
      ({ status }) => status === 'live',
      RECOVERY,
    );
    await until(
      () => topicsOf(world),
      topics => topics.stays === 3 && topics.comes === 1 && !topics.goes,
      RECOVERY - (Date.now() - back),
    );
    // All of it has been read from the new one.
    expect(Date.parse(asOf!)).toBeGreaterThan(dead);
    expectNothingLost(world);
  });
});
