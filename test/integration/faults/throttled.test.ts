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

describe.each([
  ['at once', 0],
  // A watch that was not refused at once is taken for an open one.
  ['after a while', 2_000],
])('an API server that asks %s to wait (429, Retry-After)', (_, delay) => {
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

  it('is asked no sooner than it said, and then followed again', async () => {
    const asked: number[] = [];
    world.proxy.fault = {
      before: () => sleep(delay),
      answer: path => {
        if (!path.includes('/v1/kafkatopics')) return undefined;
        asked.push(Date.now());
        return { status: 429, headers: { 'retry-after': String(WAIT) } };
      },
    };
    await until(
      () => world.resource(TOPICS).throttled,
      times => times >= 4,
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

    await putTopic(world, 'first', 2);
    world.proxy.fault = {};
    await until(
      () => topicsOf(world),
      ({ first }) => first === 2,
      RECOVERY,
    );
    await until(world.view, one => !one.notes, RECOVERY);
    expectNothingLost(world);
  });
});
