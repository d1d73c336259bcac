/**
 * Whether what came after a snapshot can still be read again.
 *
 * @public
 */
export type Replay =
  | {
      can: 'yes';
      /** ISO 8601; absent where all topics keep their records for ever. */
      until?: string;
      /** The topic that forgets first. */
      topic?: string;
    }
  | {
      can: 'no';
      /** ISO 8601: since when. */
      since: string;
      topic: string;
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
}

/**
 * Compares a snapshot's time with how long the topics keep their records: a
 * job started from it reads on from there. A topic with a limit in bytes may
 * forget sooner, which nothing here can know.
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
  const [first] = topics
    .flatMap(({ name, retention }) =>
      retention === undefined || retention < 0
        ? []
        : [{ name, forgets: at + retention }],
    )
    .sort((a, b) => a.forgets - b.forgets);
  if (first && first.forgets <= now.getTime()) {
    return {
      can: 'no',
      since: new Date(first.forgets).toISOString(),
      topic: first.name,
    };
  }
  const silent = topics.filter(({ retention }) => retention === undefined);
  if (silent.length > 0) {
    return {
      can: 'unknown',
      why: `How long ${silent
        .map(({ name }) => name)
        .join(', ')} keeps its records is not known.`,
    };
  }
  return first
    ? {
        can: 'yes',
        until: new Date(first.forgets).toISOString(),
        topic: first.name,
      }
    : { can: 'yes' };
}
