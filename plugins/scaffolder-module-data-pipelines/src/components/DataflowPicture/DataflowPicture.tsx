import { Text, VisuallyHidden } from '@backstage/ui';
import {
  cyclesOf,
  DataflowGraph,
  DataflowNode,
  dataflowSentences,
  layoutOf,
  NODE_KINDS,
  pathOf,
  PlacedNode,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RiCpuLine, RiFlashlightLine, RiStackLine } from '@remixicon/react';
import { useId, useMemo } from 'react';
import styles from './DataflowPicture.module.css';

const NODE = { width: 184, height: 48 };

const ICONS = {
  topic: RiStackLine,
  flink: RiCpuLine,
  spark: RiFlashlightLine,
} as const;

/** Topics and jobs, in the direction of the data. */
export function DataflowPicture(props: { graph: DataflowGraph }) {
  const { graph } = props;
  const id = useId();
  const layout = useMemo(() => layoutOf(graph, NODE), [graph]);
  const byId = new Map(graph.nodes.map(node => [node.id, node]));
  const loops = cyclesOf(graph);
  return (
    <figure className={styles.figure}>
      <div
        className={styles.scroll}
        // Wider than the page, it scrolls; with the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label="Dataflow"
      >
        <svg
          role="img"
          aria-label={titleOf(graph)}
          aria-describedby={`${id}-words`}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <defs>
            <marker
              id={`${id}-head`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0,0 L8,4 L0,8 z" className={styles.head} />
            </marker>
          </defs>
          {layout.edges.map(edge => (
            <path
              key={`${edge.from} ${edge.to}`}
              d={pathOf(edge)}
              className={edge.back ? styles.back : styles.edge}
              markerEnd={`url(#${id}-head)`}
            />
          ))}
          {layout.nodes.map(place => (
            <Node
              key={place.id}
              node={byId.get(place.id)!}
              place={place}
              size={layout.node}
            />
          ))}
        </svg>
      </div>
      <VisuallyHidden>
        <ul id={`${id}-words`}>
          {dataflowSentences(graph).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </VisuallyHidden>
      {loops.map(loop => (
        <Text as="p" key={loop.join(' ')} color="secondary">
          The data goes round:{' '}
          {[...loop, loop[0]].map(node => byId.get(node)!.name).join(' → ')}.
        </Text>
      ))}
    </figure>
  );
}

function Node(props: {
  node: DataflowNode;
  place: PlacedNode;
  size: { width: number; height: number };
}) {
  const { node, place, size } = props;
  const Icon = ICONS[node.kind];
  return (
    <g
      transform={`translate(${place.x},${place.y})`}
      className={node.kind === 'topic' ? styles.topic : styles.job}
      data-external={node.external}
    >
      <title>{node.name}</title>
      <rect {...size} rx={node.kind === 'topic' ? size.height / 2 : 6} />
      <g transform="translate(14,14)">
        <Icon size={20} className={styles.icon} />
      </g>
      <text x={44} y={21} className={styles.name}>
        {cutMiddle(node.name)}
      </text>
      <text x={44} y={37} className={styles.kind}>
        {NODE_KINDS[node.kind]}
        {node.external && ', of somebody else'}
      </text>
    </g>
  );
}

function titleOf({ nodes }: DataflowGraph) {
  const topics = nodes.filter(({ kind }) => kind === 'topic').length;
  const count = (number: number, word: string) =>
    `${number} ${word}${number === 1 ? '' : 's'}`;
  return `Dataflow of ${count(topics, 'topic')} and ${count(
    nodes.length - topics,
    'job',
  )}`;
}

const SHOWN = 18;

function cutMiddle(name: string) {
  if (name.length <= SHOWN) return name;
  return `${name.slice(0, SHOWN / 2 - 1)}…${name.slice(1 - SHOWN / 2)}`;
}
