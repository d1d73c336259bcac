const MOST = 60_000;

/** Asks until the answer is enough; throws with the last one after a minute. */
export async function eventually<T>(
  ask: () => Promise<T>,
  enough: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + MOST;
  for (;;) {
    const value = await ask();
    if (enough(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`In a minute it only came to ${JSON.stringify(value)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
