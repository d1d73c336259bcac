import { setTimeout as sleep } from 'node:timers/promises';
import { PlacedFact } from '../facts/Fact';
import { HistoryStore } from '../HistoryStore';

/** A database that accepts and never answers is as good as none. */
const DEADLINE = 30_000;

/** A fact that the database does not take, though it answers. */
export interface Refused {
  fact: PlacedFact;
  error: string;
}

/**
 * Writes a batch. Where the database is there and refuses it, the halves are
 * tried: one bad fact keeps no other back.
 *
 * @returns the facts that it refuses
 * @throws Error where the database is away; nothing is known to be written
 */
export async function writeBatch(
  store: HistoryStore,
  facts: readonly PlacedFact[],
): Promise<Refused[]> {
  try {
    await inTime(store.write(facts));
    return [];
  } catch (error) {
    if (!(await answers(store))) throw error;
    if (facts.length === 1) {
      // Once more: another replica may have been in the way.
      return again(store, facts[0]);
    }
    const half = Math.ceil(facts.length / 2);
    return [
      ...(await writeBatch(store, facts.slice(0, half))),
      ...(await writeBatch(store, facts.slice(half))),
    ];
  }
}

async function again(store: HistoryStore, fact: PlacedFact) {
  try {
    await inTime(store.write([fact]));
    return [];
  } catch (error) {
    if (!(await answers(store))) throw error;
    return [{ fact, error: (error as Error).message }];
  }
}

async function answers(store: HistoryStore): Promise<boolean> {
  return inTime(store.check()).then(
    () => true,
    () => false,
  );
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const deadline = new AbortController();
  try {
    return await Promise.race([
      work,
      sleep(DEADLINE, undefined, { signal: deadline.signal, ref: false }).then(
        () => {
          throw new Error(`no answer in ${DEADLINE / 1000} s`);
        },
      ),
    ]);
  } finally {
    deadline.abort();
  }
}
