import { createHash } from 'node:crypto';

/**
 * The name of a topic's object, as the chart's `common.names.topic` makes it.
 *
 * @public
 */
export function topicObjectName(topic: string): string {
  const safe = topic
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  if (safe === topic && safe.length <= 200) {
    return safe;
  }
  const hash = createHash('sha256').update(topic).digest('hex').slice(0, 8);
  return `${safe.slice(0, 200).replace(/-$/, '').replace(/\.$/, '')}-${hash}`;
}

/**
 * The name of a topic's or job's catalog entity.
 *
 * @public
 */
export function entityName(pipeline: string, part: string): string {
  return `${pipeline}-${part}`;
}
