import { InputError } from '@backstage/errors';
import { HistoryPosition } from './HistoryStore';

/** What a client sends back to get the next page; it need not understand it. */
export function toCursor({ at, id }: HistoryPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws InputError where it is none of ours */
export function fromCursor(cursor: string): HistoryPosition {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parts = undefined;
  }
  if (Array.isArray(parts) && parts.length === 2) {
    const [at, id] = parts as unknown[];
    if (
      Number.isSafeInteger(at) &&
      typeof id === 'string' &&
      /^[\w-]{43}$/.test(id)
    ) {
      return { at: at as number, id };
    }
  }
  throw new InputError(
    'cursor: is none that this API gave; leave it out to begin with the newest',
  );
}
