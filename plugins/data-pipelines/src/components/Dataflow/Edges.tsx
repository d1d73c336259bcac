import {
  Layout,
  pathOf,
  PlacedEdge,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useId } from 'react';
import styles from './Dataflow.module.css';
import { Flow, flowOf } from './flowOf';
import { FlowNode, healthOf } from './foldGraph';
import { Lags, LagsByJob } from './Lags';

const FLOWS: readonly Flow[] = ['flows', 'waits', 'stops'];

/** The lines between the parts; what they say is in the parts' labels too. */
export function Edges(props: {
  layout: Layout;
  nodes: ReadonlyMap<string, FlowNode>;
  lags: LagsByJob;
}) {
  const { layout, nodes, lags } = props;
  const id = useId();
  const flow = ({ from, to }: PlacedEdge) =>
    flowOf(healthOf(nodes.get(from)!), healthOf(nodes.get(to)!));
  return (
    <svg
      aria-hidden="true"
      width={layout.width}
      height={layout.height}
      className={styles.edges}
    >
      <defs>
        {FLOWS.map(name => (
          <marker
            key={name}
            id={`${id}-${name}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path
              d="M0,0 L8,4 L0,8 z"
              className={styles.head}
              data-flow={name}
            />
          </marker>
        ))}
      </defs>
      {layout.edges.map(edge => (
        <g key={`${edge.from} ${edge.to}`} data-flow={flow(edge)}>
          <path
            d={pathOf(edge)}
            className={styles.edge}
            data-flow={flow(edge)}
            data-back={edge.back || undefined}
            markerEnd={`url(#${id}-${flow(edge)})`}
          />
          {flow(edge) === 'stops' && <Cross edge={edge} />}
        </g>
      ))}
      <Lags layout={layout} lags={lags} />
    </svg>
  );
}

/** Not by colour alone: a line that is interrupted carries a cross. */
function Cross({ edge }: { edge: PlacedEdge }) {
  const [start, next] = edge.points;
  // Between two columns there is no label that it could cover.
  const at = edge.back
    ? { x: (next.x + edge.points[2].x) / 2, y: next.y }
    : { x: (start.x + next.x) / 2, y: (start.y + next.y) / 2 };
  return (
    <g transform={`translate(${at.x},${at.y})`} className={styles.cross}>
      <circle r={7} />
      <path d="M-3,-3 L3,3 M3,-3 L-3,3" />
    </g>
  );
}
