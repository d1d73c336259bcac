import { DataflowGraph, DataflowNode } from '../model/preview';
import { JobValues, PipelineValues } from '../model/spec';

/**
 * Topics and jobs of valid values, in the direction of the data. What is
 * disabled is not there, nor an edge to it.
 *
 * @public
 */
export function dataflowOf(values: PipelineValues): DataflowGraph {
  const topics = enabled(values.kafka?.topics).map(
    ([name, { external }]): DataflowNode => ({
      id: `topic/${name}`,
      kind: 'topic',
      name,
      ...(external && { external }),
    }),
  );
  const jobs = (['flink', 'spark'] as const).flatMap(kind =>
    enabled(values[kind]?.jobs).map(([name, job]) => ({
      node: { id: `${kind}/${name}`, kind, name },
      job,
    })),
  );
  const known = new Set(topics.map(({ name }) => name));
  return {
    nodes: [...topics, ...jobs.map(({ node }) => node)],
    edges: jobs.flatMap(({ node, job }) => edgesOf(node, job, known)),
  };
}

function enabled<T extends { enabled?: boolean }>(
  named: Record<string, T> | undefined,
): Array<[string, T]> {
  return Object.entries(named ?? {}).filter(
    ([, value]) => value.enabled !== false,
  );
}

function edgesOf(
  { id }: DataflowNode,
  { reads = [], writes = [] }: JobValues,
  topics: ReadonlySet<string>,
) {
  const known = (names: string[]) =>
    [...new Set(names)].filter(name => topics.has(name));
  return [
    ...known(reads).map(topic => ({ from: `topic/${topic}`, to: id })),
    ...known(writes).map(topic => ({ from: id, to: `topic/${topic}` })),
  ];
}
