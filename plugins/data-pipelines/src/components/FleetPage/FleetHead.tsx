import { RiArrowUpLine } from '@remixicon/react';
import { useText } from '../../translations';
import { Column, SORT_OF } from './columns';
import styles from './FleetTable.module.css';
import { inForce, pressed, Sort } from './sortOrder';

const SPOKEN = { asc: 'ascending', desc: 'descending' } as const;

/** The headings; those that the backend sorts by are buttons. */
export function FleetHead(props: {
  columns: readonly Column[];
  sort: Sort;
  onSort: (sort: Required<Sort>) => void;
}) {
  const { columns, sort, onSort } = props;
  const t = useText();
  const now = inForce(sort);
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headings}>
        {columns.map(column => {
          const by = SORT_OF[column];
          const label = t(`fleet.column.${column}`);
          return (
            <div
              key={column}
              role="columnheader"
              className={styles.heading}
              aria-sort={by === now.sort ? SPOKEN[now.order] : undefined}
            >
              {by ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => onSort(pressed(by, sort))}
                >
                  {label}
                  <RiArrowUpLine size={16} aria-hidden="true" />
                </button>
              ) : (
                label
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
