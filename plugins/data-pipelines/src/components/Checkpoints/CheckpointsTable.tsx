import {
  Cell,
  Column,
  Flex,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { Checkpoint } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { bytesText, durationText } from '../PartFacts';
import { RelativeTime } from '../RelativeTime';
import { useSome } from '../ShowMore';
import { UnknownFact } from '../UnknownFact';
import styles from './CheckpointsTable.module.css';

const FIRST = 10;

/** Checkpoints and savepoints as Flink tells of them, newest first. */
export function CheckpointsTable(props: {
  checkpoints: readonly Checkpoint[];
}) {
  const t = useText();
  const { some, more } = useSome(props.checkpoints, FIRST);
  const bytes = (size: number | undefined) =>
    size === undefined ? <UnknownFact /> : <>{bytesText(size)}</>;
  return (
    <Flex direction="column" gap="2">
      <div className={styles.scroll}>
        <TableRoot aria-label={t('checkpoints.title')} className={styles.table}>
          <TableHeader>
            <Column isRowHeader className={styles.narrow}>
              {t('checkpoints.column.id')}
            </Column>
            <Column className={styles.narrow}>
              {t('checkpoints.column.began')}
            </Column>
            <Column className={styles.narrow}>
              {t('checkpoints.column.took')}
            </Column>
            <Column className={styles.narrow}>
              {t('checkpoints.column.size')}
            </Column>
            <Column className={styles.narrow}>
              {t('checkpoints.column.written')}
            </Column>
            <Column className={styles.narrow}>
              {t('checkpoints.column.inFlight')}
            </Column>
            <Column className={styles.middle}>{t('state.column.state')}</Column>
            <Column className={styles.wide}>{t('state.column.path')}</Column>
          </TableHeader>
          <TableBody>
            {some.map(one => (
              <Row key={one.id} id={one.id}>
                <Cell>{String(one.id)}</Cell>
                <Cell>
                  <RelativeTime at={one.startedAt} />
                </Cell>
                <Cell>
                  {one.took === undefined ? (
                    <UnknownFact />
                  ) : (
                    durationText(one.took, t)
                  )}
                </Cell>
                <Cell>{bytes(one.size)}</Cell>
                <Cell>{bytes(one.written)}</Cell>
                <Cell>{bytes(one.inFlight)}</Cell>
                <Cell>
                  {one.isSavepoint
                    ? t('checkpoints.savepoint', {
                        state: t(`checkpoints.of.${one.state}`),
                      })
                    : t(`checkpoints.of.${one.state}`)}
                  {one.message && (
                    <div className={styles.message}>{one.message}</div>
                  )}
                </Cell>
                <Cell>
                  {one.path && <CopyablePath path={one.path} shown={28} />}
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
