import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { SnapshotView } from '@headworks/backstage-plugin-data-pipelines-common';
import { CopyablePath } from '../CopyablePath';
import { RelativeTime } from '../RelativeTime';
import styles from './SnapshotsTable.module.css';

const ORIGINS: Record<SnapshotView['origin'], string> = {
  user: 'User',
  upgrade: 'Upgrade',
  periodic: 'Periodic',
  suspend: 'Suspend',
  checkpoint: 'Checkpoint',
  unknown: 'Unknown',
};

const STATES: Record<SnapshotView['state'], string> = {
  pending: 'Pending',
  'in-progress': 'In progress',
  completed: 'Completed',
  failed: 'Failed',
  abandoned: 'Abandoned',
};

/** Savepoints of a job, newest first. */
export function SnapshotsTable(props: { snapshots: SnapshotView[] }) {
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label="Snapshots">
        <TableHeader>
          <Column isRowHeader>Snapshot</Column>
          <Column className={styles.narrow}>Origin</Column>
          <Column className={styles.narrow}>Age</Column>
          <Column className={styles.narrow}>State</Column>
          <Column className={styles.wide}>Path</Column>
          <Column>Error</Column>
        </TableHeader>
        <TableBody>
          {props.snapshots.map(snapshot => (
            <Row key={snapshot.name} id={snapshot.name}>
              <Cell>
                <code className={styles.name}>{snapshot.name}</code>
              </Cell>
              <Cell>
                {ORIGINS[snapshot.origin]}
                {snapshot.requestedBy &&
                  ` (${snapshot.requestedBy.replace(/^.*\//, '')})`}
              </Cell>
              <Cell>
                {snapshot.createdAt ? (
                  <RelativeTime at={snapshot.createdAt} />
                ) : (
                  'Not recorded'
                )}
              </Cell>
              <Cell>
                {STATES[snapshot.state]}
                {snapshot.failures
                  ? `, ${snapshot.failures} failed ${
                      snapshot.failures === 1 ? 'try' : 'tries'
                    }`
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
