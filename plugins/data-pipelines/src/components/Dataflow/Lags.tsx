import { Layout } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { behindText } from '../PartFacts';
import styles from './Dataflow.module.css';

/** By entity ref: records that a job has still to read. */
export type LagsByJob = ReadonlyMap<string, number>;

/** Pixels from the point where a job's lines arrive to what they carry. */
const BESIDE = { x: 10, y: 10 };

/** At the end of a job's lines, how far it is behind. */
export function Lags(props: { layout: Layout; lags: LagsByJob }) {
  const { layout, lags } = props;
  const t = useText();
  return layout.nodes
    .filter(({ id }) => layout.edges.some(edge => !edge.back && edge.to === id))
    .map(({ id, x, y }) => {
      const lag = lags.get(id);
      return lag ? (
        <text
          key={id}
          x={x - BESIDE.x}
          y={y + layout.node.height / 2 - BESIDE.y}
          className={styles.lag}
        >
          <title>{behindText(lag, t)}</title>
          {short(lag)}
        </text>
      ) : null;
    });
}

/** As much as fits between two parts: 48K. */
function short(records: number): string {
  return records.toLocaleString('en', {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
}
