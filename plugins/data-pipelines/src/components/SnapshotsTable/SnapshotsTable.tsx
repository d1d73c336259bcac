import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { SnapshotView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { RelativeTime } from '../RelativeTime';
import styles from './SnapshotsTable.module.css';

/** Savepoints of a job, newest first. */
export function SnapshotsTable(props: { snapshots: SnapshotView[] }) {
  const t = useText();
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={t('state.table')}>
        <TableHeader>
          <Column isRowHeader>{t('state.column.snapshot')}</Column>
          <Column className={styles.narrow}>{t('state.column.origin')}</Column>
          <Column className={styles.narrow}>{t('state.column.age')}</Column>
          <Column className={styles.narrow}>{t('state.column.state')}</Column>
          <Column className={styles.wide}>{t('state.column.path')}</Column>
          <Column>{t('state.column.error')}</Column>
        </TableHeader>
        <TableBody>
          {props.snapshots.map(snapshot => (
            <Row key={snapshot.name} id={snapshot.name}>
              <Cell>
                <code className={styles.name}>{snapshot.name}</code>
              </Cell>
              <Cell>
                {t(`state.origin.${snapshot.origin}`)}
                {snapshot.requestedBy &&
                  ` (${snapshot.requestedBy.replace(/^.*\//, '')})`}
              </Cell>
              <Cell>
                {snapshot.createdAt ? (
                  <RelativeTime at={snapshot.createdAt} />
                ) : (
                  t('state.notRecorded')
                )}
              </Cell>
              <Cell>
                {t(`state.state.${snapshot.state}`)}
                {snapshot.failures
                  ? `, ${t('state.tries', { count: snapshot.failures })}`
                  : ''}
              </Cell>
              <Cell>
                {snapshot.path && <CopyablePath path={snapshot.path} />}
              </Cell>
              <Cell>
                <div className={styles.error}>{snapshot.error}</div>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
