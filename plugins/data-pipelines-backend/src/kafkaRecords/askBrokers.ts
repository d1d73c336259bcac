import { isIP } from 'node:net';
import type { Admin } from '@platformatic/kafka';
import { RecordsThere } from '@headworks/backstage-plugin-data-pipelines-common';
import { mapLimited } from '../drift/mapLimited';
import { KafkaAccess } from './KafkaAccess';
import { NoLeader } from './NoLeader';
import { hostOf } from './servers';
import { PartitionWord, recordsThere } from './recordsThere';
import { whyOfTopic } from './whyOfTopic';

/** Milliseconds for one connection or request. */
const PATIENCE = 3_000;
/** Topics of one Kafka that are asked for at once. */
const AT_ONCE = 4;

/**
 * Requests of ListOffsets. For a time, the broker answers with the first record
 * that is not older, and its time: so no record has to be read.
 */
const EARLIEST = -2n;
const LATEST = -1n;
const FIRST_WITH_TIME = 0n;
const NEWEST_TIME = -3n;

const MECHANISM = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
} as const;

/** What a Kafka says of a topic; a string says why it says nothing. */
export type TopicWord = RecordsThere | string;

/**
 * Asks the brokers what they still have. Needs Describe on the topics, and
 * changes nothing.
 *
 * @throws whatever the client throws where the Kafka does not answer
 */
export async function askBrokers(
  kafka: KafkaAccess,
  topics: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, TopicWord>> {
  const admin = await connect(kafka);
  const close = () => void admin.close().catch(() => {});
  signal.addEventListener('abort', close, { once: true });
  try {
    const words = await mapLimited(topics, AT_ONCE, async topic => {
      signal.throwIfAborted();
      return [topic, await wordOf(admin, topic)] as const;
    });
    return new Map(words);
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

async function connect({ servers, tls, sasl }: KafkaAccess): Promise<Admin> {
  // An ES module, and nobody needs it where no Kafka is asked.
  const client = await import('@platformatic/kafka');
  return new client.Admin({
    clientId: 'headworks',
    bootstrapBrokers: servers,
    connectTimeout: PATIENCE,
    timeout: PATIENCE,
    requestTimeout: PATIENCE,
    retries: 1,
    retryDelay: 200,
    tls: tls && { ca: tls.ca },
    // Some routers find the broker by it; an address is no name.
    tlsServerName: tls && servers.every(server => !isIP(hostOf(server))),
    sasl: sasl && {
      mechanism: MECHANISM[sasl.mechanism],
      username: sasl.username,
      password: sasl.password,
    },
  });
}

async function wordOf(admin: Admin, topic: string): Promise<TopicWord> {
  try {
    return recordsThere(await partitionsOf(admin, topic));
  } catch (error) {
    const why = whyOfTopic(error);
    if (why) return why;
    throw error;
  }
}

async function partitionsOf(
  admin: Admin,
  topic: string,
): Promise<PartitionWord[]> {
  const metadata = await admin.metadata({ topics: [topic] });
  const partitions = metadata.topics.get(topic)?.partitions ?? [];
  // The client does not expect one without.
  const leaderless = partitions.findIndex(
    ({ leader }) => !metadata.brokers.has(leader),
  );
  if (leaderless >= 0 || partitions.length === 0) {
    throw new NoLeader(Math.max(0, leaderless));
  }
  const ask = (wanted: readonly number[], timestamp: bigint) =>
    offsetsOf(admin, topic, wanted, timestamp);
  const earliest = await ask([...partitions.keys()], EARLIEST);
  const shortened = [...earliest.keys()].filter(
    one => earliest.get(one)!.offset > 0n,
  );
  // Asked after the earliest, so that it is never before it.
  const latest = await ask(shortened, LATEST);
  const isEmpty = (one: number) =>
    earliest.get(one)!.offset >= latest.get(one)!.offset;
  const first = await ask(
    shortened.filter(one => !isEmpty(one)),
    FIRST_WITH_TIME,
  );
  // Kafka before 3.0 does not know this request.
  const newest = await ask(shortened.filter(isEmpty), NEWEST_TIME).catch(
    () => new Map<number, Answer>(),
  );
  return [...earliest].map(([partition, { offset }]) => ({
    partition,
    earliest: offset,
    latest: latest.get(partition)?.offset,
    first: timeOf(first.get(partition)),
    newest: timeOf(newest.get(partition)),
  }));
}

interface Answer {
  offset: bigint;
  timestamp: bigint;
}

/** @throws where it is not told of every partition */
async function offsetsOf(
  admin: Admin,
  topic: string,
  wanted: readonly number[],
  timestamp: bigint,
): Promise<Map<number, Answer>> {
  if (wanted.length === 0) return new Map();
  const partitions = wanted.map(partitionIndex => ({
    partitionIndex,
    timestamp,
  }));
  const answers = await admin.listOffsets({
    topics: [{ name: topic, partitions }],
  });
  const told = new Map(
    answers.flatMap(answer =>
      answer.partitions.map(one => [one.partitionIndex, one]),
    ),
  );
  const untold = wanted.find(partition => !told.has(partition));
  if (untold !== undefined) throw new NoLeader(untold);
  return told;
}

/** -1 stands for none; what no date can be is none either. */
function timeOf(answer: Answer | undefined): number | undefined {
  const time = Number(answer?.timestamp ?? -1n);
  return time >= 0 && time < 8.64e15 ? time : undefined;
}
