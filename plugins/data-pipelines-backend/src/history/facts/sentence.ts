const LONGEST = 500;

/**
 * A message as it is kept: without the JSON that operators wrap it in, on one
 * line, and no longer than a person reads.
 */
export function sentence(message: string | undefined): string | undefined {
  if (!message) return undefined;
  const line = unwrapped(message).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function unwrapped(message: string): string {
  if (!message.startsWith('{')) return message;
  try {
    const { message: inner } = JSON.parse(message) as { message?: unknown };
    return typeof inner === 'string' ? inner : message;
  } catch {
    // Cut off by whoever wrote it: the end is missing, the begin tells.
    return /"message":"((?:[^"\\]|\\.)*)/.exec(message)?.[1] ?? message;
  }
}
