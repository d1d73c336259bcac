import { listIn, numberIn } from './fields';

/** `/jobs/:job/metrics?get=numRestarts`: undefined where Flink does not count. */
export function readRestarts(json: unknown): number | undefined {
  if (!Array.isArray(json)) throw new Error('not a list');
  const restarts = listIn<{ id?: unknown; value?: unknown }>(json).find(
    ({ id }) => id === 'numRestarts',
  );
  return numberIn(restarts?.value);
}
