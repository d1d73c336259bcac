import { RecordsThere, stillThere } from './recordsThere';

/**
 * Whether what came after a snapshot can still be read again.
 *
 * @public
 */
export type Replay =
  | {
      can: 'yes';
      /**
       * ISO 8601; absent where all topics keep their records for ever. In the
       * past where the brokers have not deleted yet what they may.
       */
      until?: string;
      /** The topic that forgets first. */
      topic?: string;
      /** The brokers of all topics have it now; absent where settings alone say so. */
      by?: 'brokers';
      /** Topics of which nobody knows for how long. */
      openEnded?: string[];
    }
  | {
      can: 'no';
      topic: string;
      /** ISO 8601: since when, by the topic's retention. */
      since?: string;
      /** ISO 8601: the brokers have deleted what is older. */
      deletedUpTo?: string;
    }
  | { can: 'unknown'; why: string };

/**
 * A topic that the job reads.
 *
 * @public
 */
export interface ReadTopic {
  name: string;
  /** Milliseconds; -1: for ever; absent where it is not known. */
  retention?: number;
  /** Absent where its brokers were not asked, or could not tell. */
  brokers?: RecordsThere;
}

/**
 * Compares a snapshot's time with what the brokers of the topics still have,
 * and with how long the topics keep their records: a job started from it reads
 * on from there. Where the brokers do not say, a topic with a limit in bytes
 * may have forgotten sooner; and a job that was behind when the snapshot was
 * taken needs older records, too. Nothing here can know either.
 *
 * @public
 */
export function replayOf(
  snapshotAt: string | undefined,
  topics: readonly ReadTopic[],
  now: Date,
): Replay {
  const at = Date.parse(snapshotAt ?? '');
  if (Number.isNaN(at)) {
    return { can: 'unknown', why: 'When it was taken is not known.' };
  }
  const told = topics.map(topic => ({
    ...topic,
    there: stillThere(topic, at),
    forgets: forgetsAt(topic, at),
  }));
  const [deleted] = told
    .filter(({ there }) => there === 'no')
    .sort((a, b) => timeOf(b.brokers) - timeOf(a.brokers));
  if (deleted) {
    const { name, brokers } = deleted;
    return { can: 'no', topic: name, deletedUpTo: brokers?.since };
  }
  const inOrder = told
    .filter(({ forgets }) => forgets < Infinity)
    .sort((a, b) => a.forgets - b.forgets);
  const over = inOrder.find(
    ({ forgets, there }) => forgets <= now.getTime() && there !== 'yes',
  );
  if (over) {
    return {
      can: 'no',
      topic: over.name,
      since: new Date(over.forgets).toISOString(),
    };
  }
  const openEnded = told.filter(({ retention }) => retention === undefined);
  const why = [
    ...told.filter(({ there }) => there === 'unknown').map(unclear),
    ...silent(openEnded.filter(({ there }) => !there)),
  ];
  if (why.length > 0) return { can: 'unknown', why: why.join(' ') };
  const [first] = inOrder;
  return {
    can: 'yes',
    ...(first && {
      until: new Date(first.forgets).toISOString(),
      topic: first.name,
    }),
    ...(told.length > 0 &&
      told.every(({ there }) => there === 'yes') && { by: 'brokers' }),
    ...(openEnded.length > 0 && {
      openEnded: openEnded.map(({ name }) => name),
    }),
  };
}

/** Infinity: never, as far as is known. */
function forgetsAt({ retention = -1 }: ReadTopic, at: number): number {
  return retention < 0 ? Infinity : at + retention;
}

function timeOf(brokers: RecordsThere | undefined): number {
  return Date.parse(brokers?.since ?? '');
}

function unclear({ name, brokers }: ReadTopic): string {
  const { emptied = [], unclear: lost = [] } = brokers ?? {};
  return `Records of ${name} were deleted (partition ${[...lost, ...emptied]
    .sort((a, b) => a - b)
    .join(', ')}), and its brokers do not say how new these were.`;
}

function silent(topics: readonly ReadTopic[]): string[] {
  return topics.length === 0
    ? []
    : [
        `How long ${topics
          .map(({ name }) => name)
          .join(', ')} keeps its records is not known.`,
      ];
}
