import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import {
  HealthReport,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { HealthLabel } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import styles from './PartsTable.module.css';

/** A job or topic as one row. */
export interface PartRow {
  entityRef: string;
  name: string;
  report: HealthReport;
  detail: ReactNode;
}

/** Jobs or topics of a pipeline, worst first: health, then why. */
export function PartsTable(props: {
  label: string;
  nameColumn: string;
  detailColumn: string;
  rows: PartRow[];
}) {
  const { label, nameColumn, detailColumn } = props;
  // Who opens this page at night looks for what is broken.
  const rows = [...props.rows].sort(
    (a, b) => severity(a.report.health) - severity(b.report.health),
  );
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={label}>
        <TableHeader>
          <Column className={styles.narrow}>Health</Column>
          <Column isRowHeader>{nameColumn}</Column>
          <Column className={styles.wide}>Why</Column>
          <Column>{detailColumn}</Column>
          <Column className={styles.narrow}>Since</Column>
        </TableHeader>
        <TableBody>
          {rows.map(({ entityRef, name, report, detail }) => (
            <Row key={entityRef} id={entityRef}>
              <Cell>
                <HealthLabel health={report.health} />
              </Cell>
              <Cell>
                <EntityRefLink
                  entityRef={parseEntityRef(entityRef)}
                  title={name}
                />
              </Cell>
              <Cell>
                <div className={styles.why}>
                  {report.message}
                  {report.nextStep && (
                    <div className={styles.next}>→ {report.nextStep}</div>
                  )}
                </div>
              </Cell>
              <Cell>{detail}</Cell>
              <Cell>{report.since && <RelativeTime at={report.since} />}</Cell>
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
