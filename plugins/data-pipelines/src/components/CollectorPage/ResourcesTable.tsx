import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import {
  CollectorResourceState,
  CollectorResourceView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';
import styles from './CollectorPage.module.css';

const COLORS: Record<
  CollectorResourceState,
  'primary' | 'danger' | 'secondary'
> = {
  live: 'primary',
  reconnecting: 'primary',
  listing: 'secondary',
  waiting: 'secondary',
  refused: 'danger',
  failing: 'danger',
  absent: 'secondary',
};

/** Of the columns that hold more than a number. */
const WIDTHS = [styles.kind, undefined, styles.state];

/** One row a kind: whether it is followed, and what that costs. */
export function ResourcesTable(props: {
  label: string;
  resources: CollectorResourceView[];
}) {
  const { label, resources } = props;
  const t = useText();
  const number = (value: number) => (
    <span className={styles.number}>{value.toLocaleString()}</span>
  );
  const columns: Array<
    [string, (resource: CollectorResourceView) => ReactNode]
  > = [
    [t('collector.kind'), ({ resource }) => resource],
    [t('collector.version'), ({ version }) => version],
    [t('collector.stateColumn'), resource => <State resource={resource} />],
    [t('collector.objects'), ({ objects }) => number(objects)],
    [t('collector.current'), ({ asOf }) => asOf && <RelativeTime at={asOf} />],
    [
      t('collector.changed'),
      ({ changedAt }) => changedAt && <RelativeTime at={changedAt} />,
    ],
    [t('collector.lists'), ({ lists }) => number(lists)],
    [t('collector.restarts'), ({ watchRestarts }) => number(watchRestarts)],
    [t('collector.throttled'), ({ throttled }) => number(throttled)],
    [t('collector.read'), ({ bytes }) => number(Math.ceil(bytes / 1024))],
  ];
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={label}>
        <TableHeader>
          {columns.map(([title], index) => (
            <Column
              key={title}
              isRowHeader={index === 0}
              className={WIDTHS[index]}
            >
              {title}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {resources.map(resource => (
            <Row key={resource.resource} id={resource.resource}>
              {columns.map(([title, content]) => (
                <Cell key={title} className={styles.cell}>
                  {content(resource)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}

function State({ resource }: { resource: CollectorResourceView }) {
  const t = useText();
  return (
    <>
      <Text weight="bold" color={COLORS[resource.state]}>
        {t(`collector.state.${resource.state}`)}
      </Text>
      {resource.message && <div>{resource.message}</div>}
    </>
  );
}
