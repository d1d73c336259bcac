import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { VisuallyHidden } from '@backstage/ui';
import {
  RiArrowRightUpLine,
  RiCpuLine,
  RiFlashlightLine,
  RiStackLine,
} from '@remixicon/react';
import { Link } from 'react-router-dom';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { HealthLabel } from '../HealthLabel';
import { MiddleCut } from '../MiddleCut';
import styles from './Dataflow.module.css';
import { FlowNode, healthOf } from './foldGraph';
import { FlowKind } from './liveGraph';
import { useNodeFacts } from './useNodeFacts';

const ICONS: Record<FlowKind, typeof RiStackLine> = {
  topic: RiStackLine,
  flink: RiCpuLine,
  spark: RiFlashlightLine,
  outside: RiArrowRightUpLine,
};

/** A part of the drawing: the way to its page, or what opens a group. */
export function FlowNodeBox(props: {
  node: FlowNode;
  /** What it reads and writes, in words. */
  neighbours: string;
  stale?: boolean;
  onUnfold: () => void;
}) {
  const { node, neighbours, stale, onUnfold } = props;
  const t = useText();
  const linkTo = useEntityRefLink();
  const facts = useNodeFacts(node);
  const { kind, parts } = node;
  const [first, ...others] = parts;
  const health = healthOf(node);
  const Icon = ICONS[kind];
  const name =
    others.length > 0
      ? t(`dataflow.group.${kind}`, { count: parts.length })
      : first.name;
  const content = (
    <>
      {others.length === 0 && (
        <VisuallyHidden>{t(`dataflow.kind.${kind}`)} </VisuallyHidden>
      )}
      <span className={styles.name}>
        <Icon size={16} aria-hidden="true" className={styles.icon} />
        {others.length > 0 ? name : <MiddleCut text={name} />}
      </span>{' '}
      <span className={styles.health}>
        {health ? (
          <Changed value={health}>
            <HealthLabel health={health} />
          </Changed>
        ) : (
          t('dataflow.outside')
        )}
      </span>{' '}
      <span className={styles.facts}>
        {stale && health ? t('common.health.lastKnown') : facts}
      </span>
      <VisuallyHidden> {neighbours}</VisuallyHidden>
    </>
  );
  const look = {
    className: styles.node,
    'data-kind': kind,
    'data-health': health,
    'data-stale': stale || undefined,
  };
  if (others.length > 0) {
    return (
      <button
        type="button"
        {...look}
        title={parts.map(part => part.name).join('\n')}
        onClick={onUnfold}
      >
        {content}
      </button>
    );
  }
  const page = linkTo(first.id);
  return (
    <Link
      {...look}
      to={kind === 'flink' || kind === 'spark' ? `${page}/job` : page}
      title={first.view?.report.message}
    >
      {content}
    </Link>
  );
}
