import { Checkpoint } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { durationText } from '../PartFacts';
import styles from './Timeline.module.css';

/** As many as fit a line. */
const MOST = 60;
const BAR = 6;
const GAP = 2;
const HEIGHT = 28;
/** One that took no time is seen, too. */
const LEAST = 3;

/**
 * A bar a checkpoint, the oldest at the left, as high as it took long. One
 * that failed is a cross, so that it is told apart without colour.
 */
export function Timeline(props: {
  /** Newest first. */
  checkpoints: readonly Checkpoint[];
}) {
  const t = useText();
  const shown = props.checkpoints
    .filter(({ isSavepoint }) => !isSavepoint)
    .slice(0, MOST)
    .reverse();
  const longest = Math.max(1, ...shown.map(({ took = 0 }) => took));
  const failed = shown.filter(({ state }) => state === 'failed').length;
  const width = shown.length * (BAR + GAP);
  return (
    <svg
      role="img"
      aria-label={t('checkpoints.timeline', {
        count: shown.length,
        failed: String(failed),
        longest: durationText(longest, t),
      })}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
    >
      {shown.map((checkpoint, i) => (
        <Mark
          key={checkpoint.id}
          checkpoint={checkpoint}
          x={i * (BAR + GAP)}
          longest={longest}
        />
      ))}
    </svg>
  );
}

function Mark(props: { checkpoint: Checkpoint; x: number; longest: number }) {
  const { checkpoint, x, longest } = props;
  const { id, state, took = 0 } = checkpoint;
  const t = useText();
  const title = (
    <title>
      {state === 'completed'
        ? t('checkpoints.took', {
            id: String(id),
            time: durationText(took, t),
          })
        : t('checkpoints.ended', {
            id: String(id),
            state: t(`checkpoints.of.${state}`),
          })}
    </title>
  );
  if (state === 'failed') {
    const [top, bottom] = [HEIGHT - BAR, HEIGHT];
    return (
      <path
        className={styles.failed}
        d={`M${x} ${top}L${x + BAR} ${bottom}M${x + BAR} ${top}L${x} ${bottom}`}
      >
        {title}
      </path>
    );
  }
  const height =
    state === 'completed' ? LEAST + ((HEIGHT - LEAST) * took) / longest : LEAST;
  return (
    <rect
      className={state === 'completed' ? styles.completed : styles.other}
      x={x}
      y={HEIGHT - height}
      width={BAR}
      height={height}
      rx={1}
    >
      {title}
    </rect>
  );
}
