import { InputError } from '@backstage/errors';
import { HistoryKind } from '@headworks/backstage-plugin-data-pipelines-common';
import { fromCursor } from './cursor';
import { HistoryQuery } from './HistoryStore';

const MOST = 500;
const USUALLY = 50;

/** All kinds, so that a new one is forgotten nowhere. */
const KINDS: Record<HistoryKind, true> = {
  transition: true,
  run: true,
  restart: true,
  upgrade: true,
  snapshot: true,
  event: true,
};

/**
 * Reads `environment`, `kind` (also several), `limit` and `cursor`.
 *
 * @throws InputError that names the parameter and what is allowed
 */
export function readQuery(
  parameters: Readonly<Record<string, unknown>>,
): Omit<HistoryQuery, 'of'> {
  const cursor = one('cursor', parameters.cursor);
  const kinds = several('kind', parameters.kind).map(kind => {
    if (isKind(kind)) return kind;
    throw new InputError(
      `kind: is ${JSON.stringify(kind.slice(0, 40))}; choose of ${Object.keys(
        KINDS,
      ).join(', ')}`,
    );
  });
  return {
    environment: one('environment', parameters.environment),
    kinds: kinds.length > 0 ? kinds : undefined,
    limit: limitOf(one('limit', parameters.limit)),
    after: cursor === undefined ? undefined : fromCursor(cursor),
  };
}

function isKind(kind: string): kind is HistoryKind {
  return Object.hasOwn(KINDS, kind);
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return USUALLY;
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MOST) return limit;
  throw new InputError(`limit: must be a whole number from 1 to ${MOST}`);
}

function one(name: string, value: unknown): string | undefined {
  const values = several(name, value);
  if (values.length > 1) throw new InputError(`${name}: may stand there once`);
  return values[0];
}

function several(name: string, value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap(text => {
    if (text === undefined) return [];
    if (typeof text === 'number') return String(text);
    // PostgreSQL refuses a zero character in a text.
    if (typeof text === 'string' && !text.includes('\0')) return text;
    throw new InputError(`${name}: must be plain text`);
  });
}
