import {
  Cell,
  Column,
  Flex,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import {
  FlinkAction,
  SnapshotView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { MiddleCut } from '../MiddleCut';
import { RelativeTime } from '../RelativeTime';
import { useSome } from '../ShowMore';
import { ReplayText } from './ReplayText';
import { SnapshotActions } from './SnapshotActions';
import { SnapshotState } from './SnapshotState';
import styles from './SnapshotsTable.module.css';

const FIRST = 20;

/** Savepoints of a job, newest first. */
export function SnapshotsTable(props: {
  snapshots: SnapshotView[];
  onAsk: (action: FlinkAction) => void;
}) {
  const { onAsk } = props;
  const t = useText();
  const { some, more } = useSome(props.snapshots, FIRST);
  return (
    <Flex direction="column" gap="2">
      <div className={styles.scroll}>
        <TableRoot aria-label={t('state.snapshots')} className={styles.table}>
          <TableHeader>
            <Column isRowHeader className={styles.snapshot}>
              {t('state.column.snapshot')}
            </Column>
            <Column className={styles.narrow}>
              {t('state.column.origin')}
            </Column>
            <Column className={styles.narrow}>{t('state.column.age')}</Column>
            <Column className={styles.middle}>{t('state.column.state')}</Column>
            <Column className={styles.middle}>
              {t('state.column.replay')}
            </Column>
            <Column className={styles.wide}>{t('state.column.path')}</Column>
            <Column className={styles.narrow}>
              {t('state.column.actions')}
            </Column>
          </TableHeader>
          <TableBody>
            {some.map(snapshot => (
              <Row key={keyOf(snapshot)} id={keyOf(snapshot)}>
                <Cell>
                  <code className={styles.name}>
                    <MiddleCut text={snapshot.name} />
                  </code>
                  {snapshot.image && (
                    <Text as="p" variant="body-small" color="secondary">
                      {t('state.ofImage', { image: snapshot.image })}
                    </Text>
                  )}
                </Cell>
                <Cell>
                  {snapshot.requestedBy
                    ? t('state.originBy', {
                        origin: t(`state.origin.${snapshot.origin}`),
                        who: snapshot.requestedBy.replace(/^.*\//, ''),
                      })
                    : t(`state.origin.${snapshot.origin}`)}
                </Cell>
                <Cell>
                  {snapshot.createdAt ? (
                    <RelativeTime at={snapshot.createdAt} />
                  ) : (
                    t('state.notRecorded')
                  )}
                </Cell>
                <Cell>
                  <SnapshotState snapshot={snapshot} />
                </Cell>
                <Cell>
                  {snapshot.replay && <ReplayText replay={snapshot.replay} />}
                </Cell>
                <Cell>
                  {snapshot.path && (
                    <CopyablePath path={snapshot.path} shown={28} />
                  )}
                </Cell>
                <Cell>
                  <SnapshotActions snapshot={snapshot} onAsk={onAsk} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </TableRoot>
      </div>
      {more && <div>{more}</div>}
    </Flex>
  );
}

/** A name may have been used before. */
function keyOf({ source, name, createdAt }: SnapshotView): string {
  return [source, name, createdAt].join(' ');
}
