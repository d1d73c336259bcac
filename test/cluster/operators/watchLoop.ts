import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterClient, KubernetesObject } from '../client';

/** What a simulated operator does with one object; may ask to be called again. */
export type Reconcile<T> = (object: T) => Promise<{ again?: number } | void>;

/**
 * Calls `reconcile` for every object of one resource whenever it changes, one
 * call at a time for each object, until it is stopped. After a break of the
 * connection it lists again, so nothing is missed.
 */
export function watchLoop<T extends KubernetesObject>(options: {
  client: ClusterClient;
  /** Path of the resource over all namespaces. */
  path: string;
  reconcile: Reconcile<T>;
  log: (line: string) => void;
}): { stop(): Promise<void> } {
  const { client, path, reconcile, log } = options;
  const abort = new AbortController();
  const latest = new Map<string, T>();
  const busy = new Map<string, Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();

  const keyOf = (object: T) =>
    `${object.metadata.namespace}/${object.metadata.name}`;

  const schedule = (key: string, delay: number) => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => work(key), delay),
    );
  };

  const work = (key: string) => {
    if (abort.signal.aborted) return;
    const previous = busy.get(key) ?? Promise.resolve();
    const next = previous.then(async () => {
      const object = latest.get(key);
      if (!object || abort.signal.aborted) return;
      try {
        const result = await reconcile(object);
        if (result?.again !== undefined) schedule(key, result.again);
      } catch (error) {
        // A conflict or a passing fault: the next look is on fresher data.
        log(`${path} ${key}: ${(error as Error).message}`);
        schedule(key, 1000);
      }
    });
    busy.set(key, next);
  };

  const follow = async () => {
    const { items, resourceVersion } = await client.list<T>(path);
    latest.clear();
    for (const item of items) {
      latest.set(keyOf(item), item);
      work(keyOf(item));
    }
    const watch = `${path}?watch=true&resourceVersion=${resourceVersion}`;
    for await (const event of client.watch<T>(watch, abort.signal)) {
      if (event.type === 'ERROR') return;
      const key = keyOf(event.object);
      if (event.type === 'DELETED') {
        latest.delete(key);
        clearTimeout(timers.get(key));
      } else {
        latest.set(key, event.object);
        work(key);
      }
    }
  };

  const running = (async () => {
    while (!abort.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        if (abort.signal.aborted) return;
        log(`${path}: ${(error as Error).message}`);
        await sleep(1000);
      }
    }
  })();

  return {
    async stop() {
      abort.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await running;
      await Promise.all(busy.values());
    },
  };
}
