import {
  Cell,
  Column,
  Flex,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import {
  FlinkVertex,
  percent,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';
import { useSome } from '../ShowMore';
import { UnknownFact } from '../UnknownFact';
import { behindText } from '../PartFacts';
import styles from './FlinkPanel.module.css';

const FIRST = 10;

/** The steps of a job in the order in which records pass them. */
export function VerticesTable(props: { vertices: readonly FlinkVertex[] }) {
  const t = useText();
  const { some, more } = useSome(props.vertices, FIRST);
  return (
    <Flex direction="column" gap="2">
      <div className={styles.scroll}>
        <TableRoot aria-label={t('flink.steps')} className={styles.table}>
          <TableHeader>
            <Column isRowHeader className={styles.wide}>
              {t('flink.column.step')}
            </Column>
            <Column>{t('flink.column.parallelism')}</Column>
            <Column>{t('flink.column.busy')}</Column>
            <Column>{t('flink.column.held')}</Column>
            <Column>{t('flink.column.takes')}</Column>
            <Column>{t('flink.column.gives')}</Column>
            <Column>{t('flink.column.watermark')}</Column>
          </TableHeader>
          <TableBody>
            {some.map(one => (
              <Row key={one.id} id={one.id}>
                <Cell>
                  <span className={styles.name} title={one.name}>
                    {one.name}
                  </span>
                  {one.lag !== undefined && (
                    <span className={styles.lag}>{behindText(one.lag, t)}</span>
                  )}
                  {one.status !== 'RUNNING' && (
                    <span className={styles.status}>{one.status}</span>
                  )}
                </Cell>
                <Cell>{String(one.parallelism)}</Cell>
                <Cell>
                  <Share share={one.busy} look="busy" />
                </Cell>
                <Cell>
                  <Share share={one.held} look="held" />
                </Cell>
                <Cell>
                  <Rate rate={one.takes} />
                </Cell>
                <Cell>
                  <Rate rate={one.gives} />
                </Cell>
                <Cell>
                  {one.watermark ? (
                    <RelativeTime at={one.watermark} />
                  ) : (
                    <UnknownFact />
                  )}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </TableRoot>
      </div>
      {more}
    </Flex>
  );
}

function Share(props: { share: number | undefined; look: 'busy' | 'held' }) {
  const { share, look } = props;
  if (share === undefined) return <UnknownFact />;
  return (
    <span className={styles.share}>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={styles[look]}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
      {percent(share)}
    </span>
  );
}

function Rate({ rate }: { rate: number | undefined }) {
  const t = useText();
  if (rate === undefined) return <UnknownFact />;
  const number = rate >= 10 ? Math.round(rate) : Math.round(rate * 10) / 10;
  return <>{t('flink.rate', { number: number.toLocaleString('en') })}</>;
}
