import { JsonValue } from '@backstage/types';

const LONGEST = 10_000;

/** Names whose values people put credentials into, wherever they should not. */
const CREDENTIAL =
  /password|passwd|passphrase|secret|token|credential|api[-_.]?key|private[-_.]?key|access[-_.]?key/i;
/** Names that only say where a credential is, or how long it lives. */
const POINTER =
  /(name|ref|path|file|dir|mount|seconds|expiration|type|class)$/i;
/** As in a JAAS configuration. */
const IN_TEXT = /((?:password|secret)\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s;,]+)/gi;

const HIDDEN = '(not shown: by its name it is a credential)';

/**
 * What a page may show of a live value. Anybody who sees the pipeline sees it,
 * and someone may have typed a password into the cluster.
 *
 * @param path - such as `spec.env[DB_PASSWORD].value`
 */
export function shownValue(path: string, value: JsonValue): JsonValue {
  const shown = without(lastName(path), value);
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  return text.length > LONGEST
    ? `${text.slice(0, LONGEST)} … (${text.length - LONGEST} characters more)`
    : shown;
}

function without(name: string, value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(entry => without(name, entry));
  if (typeof value === 'object' && value !== null) {
    const own = typeof value.name === 'string' ? value.name : '';
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        without(key === 'value' ? own : key, inner ?? null),
      ]),
    );
  }
  if (typeof value !== 'string') return value;
  return CREDENTIAL.test(name) && !POINTER.test(name)
    ? HIDDEN
    : value.replace(IN_TEXT, '$1…');
}

/** The key itself, or the entry's name where the key is `value`. */
function lastName(path: string): string {
  const [, bracketed, plain] =
    /(?:\[([^\]]*)\]|([^.[\]]+))(?:\.value)?$/.exec(path) ?? [];
  return bracketed ?? plain ?? '';
}
