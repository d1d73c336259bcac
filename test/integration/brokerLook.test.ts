import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import {
  ReadTopic,
  replayOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { BrokerLook } from '../../plugins/data-pipelines-backend/src/kafkaRecords/BrokerLook';
import { KafkaAccess } from '../../plugins/data-pipelines-backend/src/kafkaRecords/KafkaAccess';
import { freePorts } from '../cluster/processes';
import { certificate } from '../engines/certificate';
import { PORTAL, SingleKafka } from '../engines/singleKafka';
import { until } from './faults/watchedCluster';

const WEEK = 7 * 24 * 3_600_000;

const listening = (server: net.Server, port: number) =>
  new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));

/** What brokers of a real Kafka say, to who may only describe topics. */
describe('BrokerLook', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-brokers-'));
  let kafka: SingleKafka;
  let access: KafkaAccess;

  beforeAll(async () => {
    kafka = await SingleKafka.start(folder);
    access = {
      name: 'lab',
      servers: [kafka.secure],
      knownAs: [kafka.secure],
      tls: { ca: kafka.ca },
      sasl: { mechanism: 'scram-sha-512', ...PORTAL },
    };
  }, 180_000);

  afterAll(async () => {
    await kafka?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Nothing of what was said before. */
  const look = (as: Partial<KafkaAccess>, ...topics: string[]) =>
    new BrokerLook().at({ ...access, ...as }, topics);

  const brokersOf = async (topic: string) => {
    // The first one is late where the client's code is still being loaded.
    const { topics } = await until(
      () => look({}, topic),
      ({ unanswered }) => unanswered.length === 0,
    );
    return topics.get(topic);
  };

  const replay = (at: Date, topic: ReadTopic) =>
    replayOf(at.toISOString(), [topic], new Date());

  describe('after records were written, and some deleted', () => {
    let afterFirst: Date;
    let afterSecond: Date;
    const topic = { name: 'clicks', retention: WEEK };

    beforeAll(async () => {
      await kafka.createTopic('clicks', 1);
      await kafka.allow('Describe', 'clicks');
      await kafka.write('clicks', ['a', 'b', 'c']);
      afterFirst = new Date();
      await kafka.write('clicks', ['d', 'e', 'f']);
      afterSecond = new Date();
      await kafka.write('clicks', ['g', 'h', 'i']);
    }, 120_000);

    it('says that nothing was, while it was not', async () => {
      const brokers = await brokersOf('clicks');
      expect(brokers).toEqual({});
      expect(replay(afterFirst, { name: 'clicks', brokers })).toEqual({
        can: 'yes',
        by: 'brokers',
        openEnded: ['clicks'],
      });
      expect(replay(afterFirst, { ...topic, brokers })).toMatchObject({
        can: 'yes',
        by: 'brokers',
        topic: 'clicks',
      });
    });

    it('says since when all is there, whatever the retention says', async () => {
      await kafka.deleteRecords('clicks', [5]);
      const brokers = await brokersOf('clicks');
      expect(replay(afterFirst, { ...topic, brokers })).toEqual({
        can: 'no',
        topic: 'clicks',
        deletedUpTo: brokers?.since,
      });
      expect(Date.parse(brokers!.since!)).toBeGreaterThan(afterFirst.getTime());
      expect(Date.parse(brokers!.since!)).toBeLessThan(afterSecond.getTime());
      expect(replay(afterSecond, { ...topic, brokers })).toMatchObject({
        can: 'yes',
        by: 'brokers',
      });
      expect(replay(afterFirst, topic)).toMatchObject({ can: 'yes' });
    });

    it('knows how new the last was, where all were deleted', async () => {
      const afterThird = new Date();
      await kafka.deleteRecords('clicks', [-1]);
      const brokers = await brokersOf('clicks');
      expect(replay(afterSecond, { ...topic, brokers })).toMatchObject({
        can: 'no',
      });
      expect(replay(afterThird, { ...topic, brokers })).toMatchObject({
        can: 'yes',
        by: 'brokers',
      });
    });

    it('is told by the partition that lost most', async () => {
      await kafka.createTopic('parted', 2);
      await kafka.allow('Describe', 'parted');
      await kafka.write('parted', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
      expect(await brokersOf('parted')).toEqual({});
      await kafka.deleteRecords('parted', [-1, -1]);
      const since = (await brokersOf('parted'))?.since;
      const now = new Date();
      await kafka.write('parted', ['i', 'j', 'k', 'l', 'm', 'n', 'o', 'p']);
      await kafka.deleteRecords('parted', [-1, 0]);
      const later = (await brokersOf('parted'))?.since;
      expect(Date.parse(since!)).toBeLessThan(now.getTime());
      expect(Date.parse(later!)).toBeGreaterThan(now.getTime());
    });

    it('never says that all is there while files of deleted records are', async () => {
      await kafka.createTopic('large', 1, ['segment.bytes=1048576']);
      await kafka.allow('Describe', 'large');
      const record = 'x'.repeat(900_000);
      await kafka.write('large', [record, record, record]);
      const before = new Date(Date.now() - WEEK / 2);
      await kafka.deleteRecords('large', [2]);
      const brokers = await brokersOf('large');
      expect(brokers).toEqual({ unclear: [0] });
      expect(
        replay(before, { name: 'large', retention: WEEK, brokers }).can,
      ).toBe('unknown');
    });
  });

  describe('says why it knows nothing', () => {
    it('of a topic that is not there', async () => {
      expect(await look({}, 'clicks', 'nowhere')).toMatchObject({
        unanswered: [
          "Kafka lab did not say what it still has of topic nowhere: the portal's user may not describe it; allow it Describe on the topic",
        ],
      });
      expect(
        await look(
          { servers: [kafka.open], tls: undefined, sasl: undefined },
          'nowhere',
        ),
      ).toMatchObject({
        unanswered: [
          "Kafka lab did not say what it still has of topic nowhere: it has no such topic, or the portal's user may not see it",
        ],
      });
    });

    it('of a topic that the user may not describe, beside one that it may', async () => {
      await kafka.createTopic('hidden', 1);
      const { topics, unanswered } = await look({}, 'clicks', 'hidden');
      expect([...topics.keys()]).toEqual(['clicks']);
      expect(unanswered).toEqual([
        "Kafka lab did not say what it still has of topic hidden: the portal's user may not describe it; allow it Describe on the topic",
      ]);
    });

    it.each(['scram-sha-512', 'plain'] as const)(
      'with the right password by %s all is well, and a wrong one is in no sentence',
      async mechanism => {
        const right = { mechanism, ...PORTAL };
        expect((await look({ sasl: right }, 'clicks')).unanswered).toEqual([]);
        const said = await look(
          { sasl: { ...right, password: 'hush-hush' } },
          'clicks',
        );
        expect(said.unanswered).toEqual([
          "Kafka lab did not answer: it does not accept the portal's user; look at sasl in dataPipelines.kafka.clusters[], and whether the user is there",
        ]);
      },
    );

    it.each([
      [
        'a mechanism that it does not offer',
        { sasl: { mechanism: 'scram-sha-256', ...PORTAL } as const },
        'it does not offer the mechanism in sasl',
      ],
      [
        'a CA that is not its own',
        { tls: {} },
        'its certificate is signed by nobody that the portal trusts; name its CA in tls.ca',
      ],
      [
        'no TLS where it wants it',
        { tls: undefined },
        'it ended the connection; look whether bootstrapServers, tls and sasl of',
      ],
    ])('with %s', async (_, as, why) => {
      const { unanswered } = await look(as, 'clicks');
      expect(unanswered[0]).toContain(`Kafka lab did not answer: ${why}`);
    });

    it('at an address that the certificate does not name', async () => {
      const elsewhere = fs.mkdtempSync(path.join(folder, 'elsewhere-'));
      const made = await certificate(elsewhere, ['DNS:elsewhere.example']);
      const server = tls.createServer({
        cert: made['tls.crt'],
        key: made['tls.key'],
      });
      const [port] = await freePorts(1);
      await listening(server, port);
      const { unanswered } = await look(
        { servers: [`127.0.0.1:${port}`], tls: { ca: made['ca.crt'] } },
        'clicks',
      );
      server.close();
      expect(unanswered[0]).toContain(
        'Kafka lab did not answer: its certificate is of another name',
      );
    });

    it('by TLS where nobody speaks it', async () => {
      const { unanswered } = await look({ servers: [kafka.open] }, 'clicks');
      expect(unanswered[0]).toContain(
        'Kafka lab did not answer: it ended the connection; look whether bootstrapServers, tls and sasl of',
      );
    });
  });

  it('keeps a page waiting three seconds the first time, and then no more', async () => {
    const held: net.Socket[] = [];
    const server = net.createServer(socket => held.push(socket));
    const [port] = await freePorts(1);
    await listening(server, port);
    const silent = { ...access, servers: [`127.0.0.1:${port}`] };
    const looking = new BrokerLook();
    const took = async (topic: string) => {
      const begun = Date.now();
      const { unanswered } = await looking.at(silent, [topic]);
      expect(unanswered).toEqual([
        'Kafka lab did not answer: no answer in time',
      ]);
      return Date.now() - begun;
    };
    try {
      expect(await took('clicks')).toBeLessThan(3_500);
      expect(await took('clicks')).toBeLessThan(200);
      expect(await took('hidden')).toBeLessThan(200);
    } finally {
      looking.stop();
      held.forEach(socket => socket.destroy());
      server.close();
    }
  });

  it('tells when one that was silent has answered', async () => {
    const [port] = await freePorts(1);
    const late = { ...access, servers: [`127.0.0.1:${port}`] };
    let recovered = 0;
    const looking = new BrokerLook({ onRecovery: () => recovered++ });
    expect((await looking.at(late, ['clicks'])).unanswered).toEqual([
      'Kafka lab did not answer: the connection is refused',
    ]);
    // Another topic is asked for at once, behind the page's back.
    const [host, to] = kafka.secure.split(':');
    const way = net.createServer(socket => {
      const on = net.connect(Number(to), host);
      socket.pipe(on).pipe(socket);
      for (const one of [socket, on]) one.on('error', () => one.destroy());
    });
    await listening(way, port);
    await looking.at(late, ['hidden', 'clicks']);
    while (recovered === 0) await new Promise(done => setTimeout(done, 50));
    const { topics } = await looking.at(late, ['hidden', 'clicks']);
    expect([...topics.keys()]).toEqual(['clicks']);
    way.close();
  });

  it('leaves it to the settings where the broker is stopped', async () => {
    await kafka.stop();
    const { topics, unanswered } = await look({}, 'clicks');
    expect(unanswered).toEqual([
      'Kafka lab did not answer: the connection is refused',
    ]);
    const brokers = topics.get('clicks');
    const topic = { name: 'clicks', retention: WEEK, brokers };
    expect(replay(new Date(), topic)).toMatchObject({
      can: 'yes',
      topic: 'clicks',
    });
    expect(replay(new Date(), topic)).not.toHaveProperty('by');
  });
});
