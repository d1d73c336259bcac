import { secretIn } from '../../lint/kinds/secretText';

const MOST_FIELDS = 400;
const LONGEST_TEXT = 200;
const HIDDEN = '(not kept)';

/**
 * The fields of a spec as one JSON text, from path to value: small, and enough
 * to tell what changed. Values of variables and whatever looks like a secret
 * are not kept; long texts are cut.
 *
 * @public
 */
export function specFields(spec: unknown): string {
  const fields: Record<string, string> = {};
  let left = MOST_FIELDS;
  const visit = (value: unknown, path: string, key: string) => {
    if (left === 0 || value === null || value === undefined) return;
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        const name = nameOf(item);
        visit(item, `${path}[${name ?? i}]`, name ?? key);
      });
    } else if (typeof value === 'object') {
      for (const [part, item] of Object.entries(value)) {
        const below = path ? `${path}.${part}` : part;
        visit(item, below, part === 'value' ? key : part);
      }
    } else {
      left--;
      fields[path] = shown(path, key, String(value));
    }
  };
  visit(spec, '', '');
  return JSON.stringify(fields);
}

/** A field of a spec that is not as it was. */
export interface SpecChange {
  /** Below `spec`, such as `job.parallelism`. */
  path: string;
  /** Absent where the field is new. */
  from?: string;
  /** Absent where the field is gone. */
  to?: string;
}

/**
 * Which fields differ between two texts of {@link specFields}.
 *
 * @public
 */
export function specChanges(before: string, after: string): SpecChange[] {
  if (before === after) return [];
  const [from, to] = [before, after].map(
    text => JSON.parse(text) as Readonly<Record<string, string>>,
  );
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter(path => from[path] !== to[path])
    .sort()
    .map(path => ({
      path,
      ...(path in from && { from: from[path] }),
      ...(path in to && { to: to[path] }),
    }));
}

function shown(path: string, key: string, text: string): string {
  if (/\benv(Vars)?[.[]/.test(path) && !path.endsWith('.name')) return HIDDEN;
  const dotted = `spec.${path.replace(/\[([^\]]*)\]/g, '.$1')}`;
  if (secretIn({ path: dotted, key, text })) return HIDDEN;
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

function nameOf(item: unknown): string | undefined {
  return typeof item === 'object' &&
    item !== null &&
    'name' in item &&
    typeof item.name === 'string'
    ? item.name
    : undefined;
}
