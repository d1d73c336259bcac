import {
  DataflowGraph,
  DataflowNode,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Topics are drums; what somebody else declares is dashed. */
const SHAPES: Record<DataflowNode['kind'], (label: string) => string> = {
  topic: label => `[(${label})]`,
  flink: label => `[${label}]`,
  spark: label => `[[${label}]]`,
};

/** The dataflow as a drawing that GitHub, GitLab and Backstage show. */
export function mermaid({ nodes, edges }: DataflowGraph): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const external = nodes.filter(node => node.external);
  return [
    'flowchart LR',
    ...nodes.map(
      node => `  ${ids.get(node.id)}${SHAPES[node.kind](quoted(node.name))}`,
    ),
    ...edges.map(({ from, to }) => `  ${ids.get(from)} --> ${ids.get(to)}`),
    ...(external.length > 0
      ? [
          '  classDef external stroke-dasharray: 4 3',
          `  class ${external.map(({ id }) => ids.get(id)).join(',')} external`,
        ]
      : []),
  ].join('\n');
}

/** Every name is a text here, whatever it is made of. */
function quoted(name: string): string {
  return `"${name.replace(
    /[^A-Za-z0-9 ._-]/gu,
    character => `#${character.codePointAt(0)};`,
  )}"`;
}
