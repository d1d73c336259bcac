/** What the client's errors have, and Node's. */
export interface SomeError {
  code?: string;
  /** Kafka's own name of what is wrong. */
  apiId?: string;
  message: string;
}

/** As many as one answer can be made of. */
const MOST = 50;

/** An error with all that it is made of and was caused by. */
export function errorsIn(error: unknown): SomeError[] {
  const found: SomeError[] = [];
  const left: unknown[] = [error];
  while (left.length > 0 && found.length < MOST) {
    const one = left.shift();
    if (!isError(one) || found.includes(one)) continue;
    found.push(one);
    left.push(one.cause, ...(Array.isArray(one.errors) ? one.errors : []));
  }
  return found;
}

/** By its shape: a client brings classes of its own. */
function isError(
  value: unknown,
): value is SomeError & { cause?: unknown; errors?: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
