import {
  ageOf,
  EAST,
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

describe('a cluster that does not answer as it should', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({
      crds: /^KafkaTopic/,
      watchSeconds: 5,
    });
    await putTopic(world, 'first');
    await untilFollowed(world, 'first');
  });

  afterEach(async () => {
    world.proxy.fault = {};
    await until(world.view, one => one.status === 'live' && !one.notes);
  });

  afterAll(() => world?.stop());

  it('because it accepts and never answers, is given up within 15 s, and its age told', async () => {
    world.proxy.fault = { silent: () => true };
    world.proxy.cut();
    const began = Date.now();
    const { error } = await until(
      world.view,
      ({ status }) => status === 'unreachable',
      15_000,
    );
    expect(error).toBe('Cluster east does not answer: no answer in time');
    await putTopic(world, 'first', 2);
    const age = ageOf(world.view());
    expect(age).toBeGreaterThan((Date.now() - began) / 1000 - 0.5);
    expect(age).toBeLessThan((Date.now() - began) / 1000 + 12);
    expect(topicsOf(world)).toEqual({ first: 1 });

    world.proxy.fault = {};
    await until(
      () => topicsOf(world),
      ({ first }) => first === 2,
      RECOVERY,
    );
    await until(world.view, ({ status }) => status === 'live', RECOVERY);
    expectNothingLost(world);
  });

  it('because the token is wrong, says so; with the right one it is followed', async () => {
    world.proxy.fault = { token: 'wrong' };
    world.proxy.cut();
    const began = Date.now();
    const { error } = await until(
      world.view,
      ({ status }) => status === 'unreachable',
    );
    expect(error).toBe("Cluster east does not accept the portal's credential");
    await putTopic(world, 'first', 3);
    expectAgeSince(began, world.view());
    expect(topicsOf(world)).toEqual({ first: 2 });

    world.proxy.fault = {};
    await until(
      () => topicsOf(world),
      ({ first }) => first === 3,
      RECOVERY,
    );
    await until(world.view, ({ status }) => status === 'live', RECOVERY);
    expectNothingLost(world);
  });

  it.each([
    [58, 'ahead of'],
    [-58, 'behind'],
  ])(
    'because its clock is %i minutes off, is told of; ages are by our own clock',
    async (minutes, way) => {
      world.proxy.fault = { clockAhead: minutes * 60_000 };
      const { asOf, notes, status } = await until(world.view, one =>
        Boolean(one.notes),
      );
      expect(status).toBe('live');
      expect(notes).toEqual([
        `The clock of cluster east is 58 minutes ${way} the portal's; times of what happened there are its own`,
      ]);
      expect(Math.abs(Date.now() - Date.parse(asOf!))).toBeLessThan(15_000);
      const off = world.collector.now(EAST).getTime() - Date.now();
      expect(Math.abs(off - minutes * 60_000)).toBeLessThan(3_000);

      await putTopic(world, 'first', 100 + minutes);
      await until(
        () => topicsOf(world),
        ({ first }) => first === 100 + minutes,
        RECOVERY,
      );
      world.proxy.fault = {};
      await until(world.view, one => !one.notes, RECOVERY);
      expectNothingLost(world);
    },
  );
});
