import path from 'node:path';
import { applyManifest, tokenOf } from '../cluster/manifests';
import { SingleKafka } from '../engines/singleKafka';
import { until } from './faults/watchedCluster';
import { FlinkNetwork } from './flinkNetwork';
import { FlinkPortal } from './flinkPortal';

const RECORDS = 5_000;
/** Milliseconds that a record takes, so that the topic lasts longer than the test. */
const SLOWLY = 100;
/** Milliseconds in which what Flink says is on the page; a busy machine needs some. */
const SOON = 90_000;

/** A real Kafka, a real Flink that reads it slowly, and a real API server before both. */
describe('how far a job is behind what it reads', () => {
  let world: FlinkNetwork;
  let kafka: SingleKafka | undefined;
  let portal: FlinkPortal;

  beforeAll(async () => {
    world = await FlinkNetwork.start();
    const { network, cluster } = world;
    kafka = await SingleKafka.start(path.join(network.home, 'kafka'), file =>
      network.inside(file),
    );
    const [host, port] = kafka.open.split(':');
    await network.relay(Number(port), { host, port: Number(port) });
    await kafka.createTopic('clicks.v1', 2);
    await kafka.write(
      'clicks.v1',
      Array.from({ length: RECORDS }, (_, i) => `click ${i}`),
    );
    const reading = await world.read(kafka.open, 'clicks.v1', SLOWLY);
    const counting = await world.run('counting');
    const { client, url, caData } = cluster;
    await applyManifest(client, 'read');
    await applyManifest(client, 'flink');
    await world.serve('clickstream-session');
    await world.deployment('clickstream-session');
    for (const [name, jobId] of Object.entries({ reading, counting })) {
      await world.sessionJob('clickstream-session', { name, jobId });
    }
    portal = await FlinkPortal.start({
      home: network.home,
      url,
      caData,
      token: await tokenOf(client, 'headworks-read'),
      jobs: ['reading', 'counting', 'absent'],
    });
    const isHealthy = async (job: string) =>
      (await portal.job(job))?.report.health === 'Healthy';
    await until(() => isHealthy('reading'), Boolean, SOON);
  }, 900_000);

  afterAll(async () => {
    await portal?.stop();
    await kafka?.stop();
    await world?.stop();
  });

  async function recordsOf(job: string): Promise<number | undefined> {
    return (await lagOf(job))?.records;
  }

  async function lagOf(job: string) {
    const { jobs } = await portal.lag();
    return jobs.find(
      ({ entityRef }) => entityRef === `component:default/clickstream-${job}`,
    );
  }

  it('is told by the source, and goes down while it reads', async () => {
    const first = await until(() => recordsOf('reading'), Boolean, SOON);
    expect(first).toBeGreaterThan(RECORDS / 10);
    expect(first).toBeLessThan(RECORDS);
    await until(
      () => recordsOf('reading'),
      now => now !== undefined && now < first!,
      SOON,
    );
  });

  it('goes up when more is written than it reads', async () => {
    const before = await recordsOf('reading');
    await kafka!.write(
      'clicks.v1',
      Array.from({ length: RECORDS }, (_, i) => `more ${i}`),
    );
    await until(
      () => recordsOf('reading'),
      now => now !== undefined && now > before! + RECORDS / 2,
      SOON,
    );
  });

  it('is said of the step that reads', async () => {
    const { vertices } = await until(
      () => portal.flink('reading'),
      one => one.vertices.some(({ lag }) => lag !== undefined),
      SOON,
    );
    expect(vertices[0].name).toContain('clicks.v1');
    expect(vertices[0].lag).toBeGreaterThan(RECORDS / 2);
  });

  it('is not known of a source that does not tell, and of a job that is not there', async () => {
    expect(await lagOf('counting')).toEqual({
      entityRef: 'component:default/clickstream-counting',
      at: expect.stringMatching(/^20/),
    });
    expect(await lagOf('absent')).toMatchObject({
      unanswered: expect.stringMatching(/^The job does not run/),
    });
  });
});
