import { RecordsThere } from '@headworks/backstage-plugin-data-pipelines-common';

/** What a broker said of one partition. */
export interface PartitionWord {
  partition: number;
  /** Offset of the first record that is there. */
  earliest: bigint;
  /** Offset that the next record gets; of those that lost records. */
  latest?: bigint;
  /** Milliseconds: the time of the first record that is there, where it has one. */
  first?: number;
  /**
   * Milliseconds: the newest time in the partition's files, which still have
   * the last records when these are deleted.
   */
  newest?: number;
}

/** What is there of a topic, from what is there of its partitions. */
export function recordsThere(
  partitions: readonly PartitionWord[],
): RecordsThere {
  const since: number[] = [];
  const emptied: number[] = [];
  const unclear: number[] = [];
  for (const one of partitions) {
    const { partition, earliest, latest = earliest, first, newest } = one;
    if (earliest === 0n) continue;
    if (earliest < latest) {
      if (first === undefined) unclear.push(partition);
      else since.push(first);
    } else if (newest === undefined) emptied.push(partition);
    // The newest itself is gone, too.
    else since.push(newest + 1);
  }
  return {
    ...(since.length > 0 && {
      since: new Date(Math.max(...since)).toISOString(),
    }),
    ...(emptied.length > 0 && { emptied }),
    ...(unclear.length > 0 && { unclear }),
  };
}
