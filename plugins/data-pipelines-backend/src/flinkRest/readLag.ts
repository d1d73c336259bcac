import { LAG_METRIC } from '../serviceProxy/Read';
import { listIn, numberIn, sumOf, textIn } from './fields';

interface Metric {
  id?: unknown;
  sum?: unknown;
}

/** Sources within one step that are asked about. */
const MOST = 20;

/**
 * `/jobs/:job/vertices/:vertex/subtasks/metrics`: the names of those that tell
 * how far a source is behind, in Flink's standard metrics of connectors
 * (FLIP-33). Kafka's source has it from its first fetch on; it counts what its
 * consumer has handed out as read, and knows of new records from its last fetch.
 */
export function readLagMetrics(json: unknown): string[] {
  return listIn<Metric>(json)
    .flatMap(({ id }) => textIn(id) ?? [])
    .filter(id => LAG_METRIC.test(id))
    .slice(0, MOST);
}

/** The same with their names: records that all of them have not read yet. */
export function readLag(json: unknown): number | undefined {
  return sumOf(listIn<Metric>(json).map(({ sum }) => numberIn(sum)));
}
