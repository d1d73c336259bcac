import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  ActionPreview,
  FlinkAction,
  JobStateView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { PORTAL, SingleKafka } from '../engines/singleKafka';
import { permissions } from './callers';
import { clickstreamJobs } from './clickstreamJobs';
import { eventually } from './eventually';
import { operatorOf } from './operatorOf';
import { startPortal } from './startPortal';
import { readSample, startWorld, World } from './world';

const JOB = '/jobs/default/clickstream-sessionize';
const STRIMZI = {
  name: 'analytics',
  cluster: 'playground',
  namespace: 'kafka',
};
/** The object of the topic. */
const TOPIC = 'clicks';
/** As the sample's values name it. */
const KNOWN_AS = 'analytics-kafka-bootstrap.kafka:9092';

/**
 * A real API server with a simulated Flink operator, a real Kafka with the
 * topic that its job reads, and a portal that may describe that.
 */
describe('the State tab and a restore', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-replay-'));
  let world: World;
  let kafka: SingleKafka;
  let backend: TestBackend;
  const { get, post } = operatorOf(() => backend);
  const { running, completedSnapshot } = clickstreamJobs(() => world, { get });

  beforeAll(async () => {
    [world, kafka] = await Promise.all([
      startWorld({ speed: 50 }),
      SingleKafka.start(folder),
    ]);
    await world.generate(readSample('clickstream'));
    await world.install('clickstream');
    await kafka.createTopic('clicks', 1);
    await kafka.allow('Describe', 'clicks');
    await kafka.write('clicks', ['before', 'the', 'savepoint']);
  }, 300_000);

  afterEach(async () => backend?.stop());

  afterAll(async () => {
    await kafka?.stop();
    await world?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('say that the brokers of the Kafka that the topic is of still have all', async () => {
    await start(STRIMZI);
    await preview({ action: 'savepoint' }, true);
    await completedSnapshot();
    await kafka.write('clicks', ['after', 'the', 'savepoint']);
    const { snapshots, brokersUnanswered } = await state();
    expect(brokersUnanswered).toBeUndefined();
    expect(snapshots[0].replay).toEqual({
      can: 'yes',
      by: 'brokers',
      topic: 'clicks',
      until: expect.any(String),
    });
    expect(await traps(snapshots[0].path!)).toEqual([]);
  });

  it('ask nobody where nothing is configured', async () => {
    await start();
    const { snapshots, brokersUnanswered } = await state();
    expect(brokersUnanswered).toBeUndefined();
    expect(snapshots[0].replay).toMatchObject({ can: 'yes', topic: 'clicks' });
    expect(snapshots[0].replay).not.toHaveProperty('by');
  });

  it('say what they deleted, whatever the retention', async () => {
    await kafka.deleteRecords('clicks', [-1]);
    await start(STRIMZI);
    await saysDeleted();
  });

  it('say so of a Kafka that is known by the servers in the values', async () => {
    await world.cluster.client.delete(
      `/apis/kafka.strimzi.io/v1/namespaces/kafka/kafkatopics/${TOPIC}`,
    );
    await start();
    const { snapshots } = await state();
    expect(snapshots[0].replay).toMatchObject({ can: 'unknown' });
    await backend.stop();
    await start({ name: 'lab', knownAs: KNOWN_AS });
    await saysDeleted();
    await world.install('clickstream');
  });

  it('go by the retention where the broker is stopped, and say why', async () => {
    await kafka.stop();
    await start(STRIMZI);
    const view = await eventually(state, ({ snapshots: [{ replay }] }) => {
      return replay?.can === 'yes';
    });
    expect(view.brokersUnanswered).toEqual([
      'Kafka analytics did not answer: the connection is refused',
    ]);
    expect(view.snapshots[0].replay).not.toHaveProperty('by');
    expect(JSON.stringify(view)).not.toContain(PORTAL.password);
    expect(await traps(view.snapshots[0].path!)).toEqual([]);
  });

  it('do not keep a portal from telling what is wrong with its configuration', async () => {
    await expect(
      start({ name: 'lab', bootstrapServers: 'lab' }),
    ).rejects.toThrow(
      /dataPipelines\.kafka\.clusters\[0\]\.bootstrapServers: "lab" is no server; write host:port/,
    );
  });

  async function start(as?: JsonObject) {
    const access = {
      bootstrapServers: kafka.secure,
      tls: { ca: Buffer.from(kafka.ca).toString('base64') },
      sasl: { mechanism: 'scram-sha-512', ...PORTAL },
      ...as,
    };
    backend = await startPortal(world, permissions.factory, {
      write: true,
      samples: ['clickstream'],
      config: {
        backend: {},
        dataPipelines: as ? { kafka: { clusters: [access] } } : {},
      },
    });
    await running('sessionize');
  }

  async function saysDeleted() {
    const { snapshots } = await state();
    expect(snapshots[0].replay).toEqual({
      can: 'no',
      topic: 'clicks',
      deletedUpTo: expect.any(String),
    });
    expect(await traps(snapshots[0].path!)).toEqual([
      'The brokers no longer have all that topic clicks had since this snapshot: the job goes on with a gap.',
    ]);
  }

  async function state() {
    const { environments } = await get<JobStateView>(`${JOB}/state`);
    return environments[0];
  }

  async function traps(from: string): Promise<string[]> {
    const { plan } = await preview({
      action: 'restore',
      path: from,
      savepointFirst: true,
      allowNonRestoredState: false,
    });
    return plan.traps.map(({ sentence }) => sentence);
  }

  /** @param andDo - orders it, too */
  async function preview(
    action: FlinkAction,
    andDo = false,
  ): Promise<ActionPreview> {
    const question = { environment: 'dev', action, key: randomUUID() };
    const response = await post(`${JOB}/actions/preview`, question);
    if (!response.ok) throw new Error(await response.text());
    const seen: ActionPreview = await response.json();
    if (andDo) {
      const { fingerprint } = seen;
      const order = { ...question, fingerprint, acknowledged: [] };
      const done = await post(`${JOB}/actions`, order);
      if (!done.ok) throw new Error(await done.text());
    }
    return seen;
  }
});
