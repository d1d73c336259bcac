import { setTimeout as sleep } from 'node:timers/promises';
import {
  ageOf,
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
const WAIT = 4;

describe('an API server that asks to wait (429, Retry-After)', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({
      crds: /^KafkaTopic/,
      watchSeconds: 5,
    });
    await putTopic(world, 'first');
    await untilFollowed(world, 'first');
  });

  afterAll(() => world?.stop());

  // A watch that was not refused at once is taken for an open one.
  it.each([
    ['at once', 0],
    ['after a while', 2_000],
  ])('is asked no sooner than it said %s', async (_, milliseconds) => {
    const asked: number[] = [];
    const generation = (topicsOf(world).first ?? 0) + 1;
    const before = world.resource(TOPICS).throttled;
    world.proxy.fault = {
      before: () => sleep(milliseconds),
      answer: path => {
        if (!path.includes('/v1/kafkatopics')) return undefined;
        asked.push(Date.now());
        return { status: 429, headers: { 'retry-after': String(WAIT) } };
      },
    };
    await until(
      () => world.resource(TOPICS).throttled,
      times => times >= before + 4,
    );
    const gaps = asked.slice(1).map((at, i) => at - asked[i]);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(WAIT * 1000);

    const { notes, status } = world.view();
    expect(status).toBe('live');
    expect(notes?.[0]).toMatch(
      /^Cluster east asks the portal to wait before it reads kafkatopics\.kafka\.strimzi\.io again; what is shown of it is \d+ seconds old$/,
    );
    const { asOf } = world.resource(TOPICS);
    expect(Date.now() - Date.parse(asOf!)).toBeGreaterThan(3 * WAIT * 1000);
    expect(ageOf(world.view())).toBeLessThan(12);

    await putTopic(world, 'first', generation);
    world.proxy.fault = {};
    await until(
      () => topicsOf(world),
      ({ first }) => first === generation,
      RECOVERY,
    );
    await until(world.view, one => !one.notes, RECOVERY);
    expectNothingLost(world);
  });
});
