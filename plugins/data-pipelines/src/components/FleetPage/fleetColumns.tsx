import { Cell, ColumnConfig, Link, Text } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PipelineSummary,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { Texts } from '../../translations';
import { HealthLabel, NamedHealth } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import { ownerName } from './FleetFilters';
import styles from './FleetTable.module.css';
import { FleetRow } from './useFleetRows';

/** How much fits beside each other. */
export type Room = 'wide' | 'middle' | 'small' | 'narrow';

const SHOWN = {
  wide: [
    'health',
    'name',
    'why',
    'environments',
    'engines',
    'owner',
    'changed',
  ],
  middle: ['health', 'name', 'why', 'environments', 'engines', 'changed'],
  small: ['health', 'name', 'why', 'environments', 'changed'],
} as const;

/**
 * The columns that there is room for. Their ids are what the backend sorts by,
 * where it can.
 */
export function fleetColumns(t: Texts, room: Room): ColumnConfig<FleetRow>[] {
  const health = column('health', t('fleet.column.health'), ({ verdict }) => (
    <HealthLabel health={verdict.health} stale={verdict.stale} />
  ));
  const name = column('name', t('fleet.column.pipeline'), pipeline =>
    room === 'wide' || !pipeline.owner ? (
      <PipelineLink pipeline={pipeline} />
    ) : (
      <span className={styles.twoLines}>
        <PipelineLink pipeline={pipeline} oneLine />
        <OwnerLink owner={pipeline.owner} />
      </span>
    ),
  );
  const changed = column('changed', t('fleet.column.changed'), pipeline => (
    <Changed pipeline={pipeline} />
  ));
  if (room === 'narrow') {
    return [
      {
        ...column('health', t('fleet.column.pipeline'), pipeline => (
          <Everything pipeline={pipeline} />
        )),
        isSortable: true,
        isRowHeader: true,
      },
    ];
  }
  const all = {
    health: { ...health, isSortable: true, width: 130 },
    name: {
      ...name,
      isSortable: true,
      isRowHeader: true,
      width: '2fr' as const,
      minWidth: 130,
    },
    why: {
      ...column('why', t('fleet.column.why'), pipeline => (
        <Why pipeline={pipeline} />
      )),
      width: '4fr' as const,
    },
    environments: {
      ...column('environments', t('fleet.column.environments'), pipeline => (
        <Environments pipeline={pipeline} />
      )),
      width: 180,
    },
    engines: {
      ...column('engines', t('fleet.column.engines'), ({ engines }) => (
        <span className={styles.clamped}>
          {engines.map(engine => t(`common.engine.${engine}`)).join(', ')}
        </span>
      )),
      width: 110,
    },
    owner: {
      ...column('owner', t('fleet.column.owner'), ({ owner }) =>
        owner ? <OwnerLink owner={owner} /> : null,
      ),
      isSortable: true,
      width: 140,
    },
    changed: { ...changed, isSortable: true, width: 110 },
  };
  return SHOWN[room].map(id => all[id]);
}

function column(
  id: string,
  label: string,
  content: (pipeline: PipelineSummary) => ReactNode,
) {
  return {
    id,
    label,
    cell: ({ pipeline }: FleetRow) => (
      <Cell className={styles.cell}>{content(pipeline)}</Cell>
    ),
  };
}

function PipelineLink(props: { pipeline: PipelineSummary; oneLine?: boolean }) {
  const { pipeline, oneLine } = props;
  const link = useEntityRefLink();
  const name = pipeline.title ?? pipeline.name;
  return (
    <Link
      href={link(pipeline.entityRef)}
      className={oneLine ? styles.line : styles.clamped}
      title={name}
      weight="bold"
    >
      {name}
    </Link>
  );
}

function OwnerLink({ owner }: { owner: string }) {
  const link = useEntityRefLink();
  const name = ownerName(owner);
  return (
    <Link
      href={link(owner)}
      className={styles.line}
      title={name}
      color="secondary"
      variant="body-small"
    >
      {name}
    </Link>
  );
}

function Why({ pipeline }: { pipeline: PipelineSummary }) {
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

function Environments({ pipeline }: { pipeline: PipelineSummary }) {
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

function Changed({ pipeline }: { pipeline: PipelineSummary }) {
  const at = pipeline.changedAt ?? pipeline.verdict.since;
  return at ? <RelativeTime at={at} /> : null;
}

/** What a phone shows of a pipeline, the most important first. */
function Everything({ pipeline }: { pipeline: PipelineSummary }) {
  return (
    <div className={styles.everything}>
      <div className={styles.split}>
        <HealthLabel
          health={pipeline.verdict.health}
          stale={pipeline.verdict.stale}
        />
        <Text variant="body-small" color="secondary">
          <Changed pipeline={pipeline} />
        </Text>
      </div>
      <PipelineLink pipeline={pipeline} />
      <Why pipeline={pipeline} />
      <Environments pipeline={pipeline} />
    </div>
  );
}
