import { Finding, refused, warning } from './change';

/** What Kafka itself makes of another number of partitions. */
export function partitionFindings(
  path: string,
  before: number | undefined,
  after: number | undefined,
): Finding[] {
  if (before === undefined || after === undefined) return [];
  if (after < before) {
    return [
      refused(
        path,
        `${before} partitions cannot become ${after}: Kafka never removes one`,
        `Keep ${before}, or declare a new topic and move readers and writers to it.`,
      ),
    ];
  }
  if (after > before) {
    return [
      warning(
        path,
        `${before} partitions become ${after}: a key may move to another partition, where readers see its new records before its old ones`,
        `Keep ${before} where the order of one key matters, or let readers catch up first.`,
      ),
    ];
  }
  return [];
}

/** What of a topic's configuration deletes records. */
export interface TopicConfig {
  'retention.ms'?: string | number;
  'retention.bytes'?: string | number;
  'cleanup.policy'?: string;
}

const LIMITS = ['retention.ms', 'retention.bytes'] as const;

export function retentionFindings(
  path: string,
  before: TopicConfig = {},
  after: TopicConfig = {},
): Finding[] {
  const limits = LIMITS.flatMap(key => {
    const [from, to] = [Number(before[key] ?? -1), Number(after[key] ?? NaN)];
    const shorter = to >= 0 && (from < 0 || to < from);
    return shorter && before[key] !== undefined
      ? [
          warning(
            `${path}.${key}`,
            `${key} ${before[key]} becomes ${after[key]}: records beyond it are deleted within minutes`,
            'Have every reader past them first.',
          ),
        ]
      : [];
  });
  const policy = before['cleanup.policy'] ?? 'delete';
  const compacts =
    !policy.includes('compact') && after['cleanup.policy']?.includes('compact');
  return compacts
    ? [
        ...limits,
        warning(
          `${path}.cleanup.policy`,
          `cleanup.policy ${policy} becomes ${after['cleanup.policy']}: of each key only the newest record stays, and records without a key are refused`,
          'Check that every writer sets a key and no reader needs the older records.',
        ),
      ]
    : limits;
}
