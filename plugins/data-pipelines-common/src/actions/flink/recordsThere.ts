/**
 * What the brokers of a topic said of its records: by the times that the
 * records themselves carry.
 *
 * @public
 */
export interface RecordsThere {
  /**
   * ISO 8601: what is older was deleted, all since then is there. Absent where
   * nothing is known to be deleted.
   */
  since?: string;
  /** Partitions that had records and are empty, without a trace of how old the last was. */
  emptied?: number[];
  /** Partitions that lost records, with no word yet on how old these were. */
  unclear?: number[];
}

/**
 * Whether all that came after a moment is still there.
 *
 * @returns undefined where the topic's settings know better than the brokers
 */
export function stillThere(
  topic: { retention?: number; brokers?: RecordsThere },
  at: number,
): 'yes' | 'no' | 'unknown' | undefined {
  const { retention = -1, brokers } = topic;
  if (!brokers) return undefined;
  if (brokers.since && at < Date.parse(brokers.since)) return 'no';
  if (brokers.unclear?.length) return 'unknown';
  if (brokers.emptied?.length) {
    // The last records of a partition stay on the disk, deleted or not, until
    // its retention in time is over: so that is what emptied it.
    return retention < 0 ? 'unknown' : undefined;
  }
  return 'yes';
}
