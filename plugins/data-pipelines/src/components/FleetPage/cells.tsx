import {
  PipelineSummary,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ComponentType } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../../translations';
import { HealthLabel, NamedHealth } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import { Column, Room } from './columns';
import { ownerName } from './FleetFilters';
import styles from './FleetTable.module.css';

/** The address of an entity's page. */
export type LinkTo = (entityRef: string) => string;

interface CellProps {
  pipeline: PipelineSummary;
  room: Room;
  link: LinkTo;
}

/**
 * What a cell shows. Plain elements with Backstage UI's tokens: its own cells
 * and links take ten times as long, too long for a thousand rows.
 */
export const CELLS: Record<Column, ComponentType<CellProps>> = {
  health: ({ pipeline }) => (
    <HealthLabel
      health={pipeline.verdict.health}
      stale={pipeline.verdict.stale}
    />
  ),
  name: ({ pipeline, room, link }) =>
    room === 'wide' || !pipeline.owner ? (
      <PipelineLink pipeline={pipeline} link={link} />
    ) : (
      <span className={styles.twoLines}>
        <PipelineLink pipeline={pipeline} link={link} oneLine />
        <OwnerLink owner={pipeline.owner} link={link} />
      </span>
    ),
  why: Why,
  environments: Environments,
  engines: Engines,
  owner: ({ pipeline: { owner }, link }) =>
    owner ? <OwnerLink owner={owner} link={link} /> : null,
  changed: Changed,
  everything: Everything,
};

function PipelineLink(props: {
  pipeline: PipelineSummary;
  link: LinkTo;
  oneLine?: boolean;
}) {
  const { pipeline, link, oneLine } = props;
  const name = pipeline.title ?? pipeline.name;
  return (
    <Link
      to={link(pipeline.entityRef)}
      className={`${styles.name} ${oneLine ? styles.line : styles.clamped}`}
      title={name}
      tabIndex={-1}
    >
      {name}
    </Link>
  );
}

function OwnerLink({ owner, link }: { owner: string; link: LinkTo }) {
  const name = ownerName(owner);
  return (
    <Link
      to={link(owner)}
      className={`${styles.owner} ${styles.line}`}
      title={name}
      tabIndex={-1}
    >
      {name}
    </Link>
  );
}

function Engines({ pipeline }: CellProps) {
  const t = useText();
  return (
    <span className={styles.clamped}>
      {pipeline.engines.map(engine => t(`common.engine.${engine}`)).join(', ')}
    </span>
  );
}

function Why({ pipeline }: CellProps) {
  const { health, message } = pipeline.verdict;
  if (health === 'Healthy') return null;
  return (
    <span className={styles.clamped} title={message}>
      {message}
    </span>
  );
}

/** So many fit on two lines. */
const MOST_ENVIRONMENTS = 4;

function Environments({ pipeline }: CellProps) {
  const { environments } = pipeline;
  const shown =
    environments.length > MOST_ENVIRONMENTS
      ? [...environments]
          .sort(
            (a, b) => severity(a.verdict.health) - severity(b.verdict.health),
          )
          .slice(0, MOST_ENVIRONMENTS - 1)
      : environments;
  const hidden = environments.filter(one => !shown.includes(one));
  return (
    <span className={styles.environments}>
      {shown.map(({ environment, verdict }) => (
        <NamedHealth
          key={environment.name}
          name={environment.name}
          health={verdict.health}
          stale={verdict.stale}
        />
      ))}
      {hidden.length > 0 && (
        <span title={hidden.map(one => one.environment.name).join(', ')}>
          +{hidden.length}
        </span>
      )}
    </span>
  );
}

function Changed({ pipeline }: CellProps) {
  const at = pipeline.changedAt ?? pipeline.verdict.since;
  return at ? <RelativeTime at={at} /> : null;
}

/** What a phone shows of a pipeline, the most important first. */
function Everything(props: CellProps) {
  const { pipeline, link } = props;
  return (
    <div className={styles.everything}>
      <div className={styles.split}>
        <HealthLabel
          health={pipeline.verdict.health}
          stale={pipeline.verdict.stale}
        />
        <span className={styles.small}>
          <Changed {...props} />
        </span>
      </div>
      <PipelineLink pipeline={pipeline} link={link} />
      <Why {...props} />
      <Environments {...props} />
    </div>
  );
}
