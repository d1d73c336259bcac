import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TablePagination,
  TableRoot,
} from '@backstage/ui';
import { PipelineSummary } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { HealthLabel } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import styles from './FleetTable.module.css';

const PAGE = 50;
const ENGINES = { kafka: 'Kafka', flink: 'Flink', spark: 'Spark' } as const;

/** One row a pipeline; a page of them at a time, so that thousands stay quick. */
export function FleetTable(props: { rows: PipelineSummary[] }) {
  const { rows } = props;
  const [wanted, setOffset] = useState(0);
  const offset = wanted < rows.length ? wanted : 0;
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label="Pipelines">
        <TableHeader>
          <Column className={styles.narrow}>Health</Column>
          <Column isRowHeader className={styles.name}>
            Pipeline
          </Column>
          <Column className={styles.wide}>Why</Column>
          <Column>Environments</Column>
          <Column>Engines</Column>
          <Column>Owner</Column>
          <Column className={styles.narrow}>Since</Column>
        </TableHeader>
        <TableBody>
          {rows.slice(offset, offset + PAGE).map(row => (
            <Row key={row.entityRef} id={row.entityRef}>
              <Cell>
                <HealthLabel
                  health={row.verdict.health}
                  stale={row.verdict.stale}
                />
              </Cell>
              <Cell>
                <EntityRefLink
                  entityRef={parseEntityRef(row.entityRef)}
                  title={row.title ?? row.name}
                />
              </Cell>
              <Cell>
                <div className={styles.why}>
                  {row.verdict.health === 'Healthy' ? '' : row.verdict.message}
                </div>
              </Cell>
              <Cell>
                {row.environments
                  .map(
                    ({ environment, verdict }) =>
                      `${environment.name}: ${verdict.health}`,
                  )
                  .join(', ')}
              </Cell>
              <Cell>
                {row.engines.map(engine => ENGINES[engine]).join(', ')}
              </Cell>
              <Cell>
                {row.owner && (
                  <EntityRefLink entityRef={parseEntityRef(row.owner)} />
                )}
              </Cell>
              <Cell>
                {row.verdict.since && <RelativeTime at={row.verdict.since} />}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </TableRoot>
      {rows.length > PAGE && (
        <TablePagination
          offset={offset}
          pageSize={PAGE}
          totalCount={rows.length}
          hasNextPage={offset + PAGE < rows.length}
          hasPreviousPage={offset > 0}
          onNextPage={() => setOffset(offset + PAGE)}
          onPreviousPage={() => setOffset(Math.max(0, offset - PAGE))}
          showPageSizeOptions={false}
        />
      )}
    </div>
  );
}
