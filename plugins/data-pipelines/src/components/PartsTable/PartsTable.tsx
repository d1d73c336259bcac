import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Button,
  Cell,
  Column,
  Flex,
  Row,
  SearchField,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import {
  HealthReport,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode, useState } from 'react';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { HealthLabel } from '../HealthLabel';
import { MiddleCut } from '../MiddleCut';
import { Panel } from '../Panel';
import { RelativeTime } from '../RelativeTime';
import { UnknownFact } from '../UnknownFact';
import styles from './PartsTable.module.css';

/** A job, a topic or something else as one row. */
export interface Part {
  id: string;
  name: string;
  entityRef?: string;
  report: HealthReport;
}

/** One fact, for every row. */
export interface FactColumn<P extends Part> {
  id: string;
  title: string;
  /** As CSS has it; else a share of what is left. */
  width?: string;
  cell: (part: P) => ReactNode;
}

/** More rows than these hide what comes below, and want a search. */
const MOST = 10;

/** Parts of one kind with their facts, worst first. */
export function PartsTable<P extends Part>(props: {
  title: string;
  nameColumn: string;
  columns: FactColumn<P>[];
  rows: P[];
  /** What can be done to a part. */
  menu?: (part: P) => ReactNode;
  stale?: boolean;
  empty: string;
}) {
  const { title, nameColumn, columns, menu, stale, empty } = props;
  const t = useText();
  const [text, setText] = useState('');
  const [whole, setWhole] = useState(false);
  // Who opens this page at night looks for what is broken.
  const all = [...props.rows].sort(
    (a, b) => severity(a.report.health) - severity(b.report.health),
  );
  const wanted = text.trim().toLowerCase();
  const found = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const rows = whole ? found : found.slice(0, MOST);
  return (
    <Panel
      title={title}
      aside={
        all.length > MOST && (
          <SearchField
            size="small"
            aria-label={t('pipeline.search', { what: title })}
            placeholder={t('pipeline.search', { what: title })}
            value={text}
            onChange={setText}
          />
        )
      }
    >
      {all.length === 0 && <Text color="secondary">{empty}</Text>}
      {all.length > 0 && rows.length === 0 && (
        <Flex align="center" gap="3">
          <Text>{t('pipeline.noMatch')}</Text>
          <Button size="small" variant="secondary" onPress={() => setText('')}>
            {t('pipeline.showAll', { number: String(all.length) })}
          </Button>
        </Flex>
      )}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <TableRoot aria-label={title} className={styles.table}>
            <TableHeader>
              <Column className={styles.health}>
                {t('pipeline.column.health')}
              </Column>
              <Column isRowHeader className={styles.name}>
                {nameColumn}
              </Column>
              {columns.map(column => (
                <Column key={column.id} style={{ width: column.width }}>
                  {column.title}
                </Column>
              ))}
              <Column className={styles.since}>
                {t('pipeline.column.since')}
              </Column>
              {menu && (
                <Column className={styles.menu}>
                  {t('pipeline.column.menu')}
                </Column>
              )}
            </TableHeader>
            <TableBody>
              {rows.map(part => (
                <Row key={part.id} id={part.id}>
                  <Cell>
                    <Changed value={part.report.health}>
                      <HealthLabel health={part.report.health} stale={stale} />
                    </Changed>
                  </Cell>
                  <Cell>
                    {part.entityRef ? (
                      <EntityRefLink
                        entityRef={part.entityRef}
                        hideIcon
                        className={styles.link}
                      >
                        <MiddleCut text={part.name} />
                      </EntityRefLink>
                    ) : (
                      <MiddleCut text={part.name} />
                    )}
                  </Cell>
                  {columns.map(column => (
                    <Cell key={column.id}>
                      {column.cell(part) ?? <UnknownFact />}
                    </Cell>
                  ))}
                  <Cell>
                    {part.report.since ? (
                      <RelativeTime at={part.report.since} />
                    ) : (
                      <UnknownFact />
                    )}
                  </Cell>
                  {menu && <Cell>{menu(part)}</Cell>}
                </Row>
              ))}
            </TableBody>
          </TableRoot>
        </div>
      )}
      {found.length > MOST && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setWhole(!whole)}
        >
          {whole
            ? t('pipeline.showFewer')
            : t('pipeline.showAll', { number: String(found.length) })}
        </Button>
      )}
    </Panel>
  );
}
