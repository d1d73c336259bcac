import { listIn, numberIn, textIn } from './fields';

interface Metric {
  id?: unknown;
  sum?: unknown;
}

/**
 * What a source calls the records that it has not read yet, in Flink's standard
 * metrics of connectors (FLIP-33). Kafka's source has it from its first fetch
 * on; it counts what its consumer has handed out as read, and knows of new
 * records from its last fetch. No name that could not be asked for again.
 */
const LAG = /^[^,\p{C}]{1,300}\.pendingRecords$/u;
/** Sources within one step that are asked about. */
const MOST = 20;

/** `/jobs/:job/vertices/:vertex/subtasks/metrics`: the names of those that tell how far a source is behind. */
export function readLagMetrics(json: unknown): string[] {
  return listIn<Metric>(json)
    .flatMap(({ id }) => textIn(id) ?? [])
    .filter(id => LAG.test(id))
    .slice(0, MOST);
}

/** The same with their names: records that all of them have not read yet. */
export function readLag(json: unknown): number | undefined {
  const sums = listIn<Metric>(json).flatMap(({ sum }) => numberIn(sum) ?? []);
  return sums.length > 0 ? sums.reduce((all, sum) => all + sum, 0) : undefined;
}
