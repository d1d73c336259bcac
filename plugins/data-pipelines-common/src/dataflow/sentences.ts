import { DataflowGraph, DataflowNode } from '../model/preview';

/**
 * What a node is, in words.
 *
 * @public
 */
export const NODE_KINDS: Record<DataflowNode['kind'], string> = {
  topic: 'Topic',
  flink: 'Flink job',
  spark: 'Spark job',
};

/**
 * The drawing for who cannot see it: what each job reads and writes.
 *
 * @public
 */
export function dataflowSentences({ nodes, edges }: DataflowGraph): string[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const named = (ids: string[]) =>
    ids.map(id => names.get(id) ?? id).join(', ') || 'nothing';
  const jobs = nodes.filter(({ kind }) => kind !== 'topic');
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...jobs.map(({ id, kind, name }) => {
      const reads = edges.filter(edge => edge.to === id).map(edge => edge.from);
      const writes = edges
        .filter(edge => edge.from === id)
        .map(edge => edge.to);
      return `${NODE_KINDS[kind]} ${name} reads ${named(
        reads,
      )} and writes ${named(writes)}.`;
    }),
    ...nodes
      .filter(({ id, kind }) => kind === 'topic' && !touched.has(id))
      .map(({ name }) => `No job here reads or writes topic ${name}.`),
  ];
}
