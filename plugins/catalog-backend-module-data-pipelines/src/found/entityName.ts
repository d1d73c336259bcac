import { createHash } from 'node:crypto';

/** Backstage's limit. */
const LONGEST = 63;

/**
 * A valid entity name of a pipeline, or of one of its parts. Names that had to
 * be changed end in a hash, so that two never become one.
 */
export function entityName(...names: string[]): string {
  const wanted = names.join('-');
  const safe = wanted
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  if (safe === wanted && safe.length <= LONGEST) return safe;
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 8);
  const head = safe.slice(0, LONGEST - 9).replace(/[._-]+$/, '');
  return head ? `${head}-${hash}` : hash;
}
