import { Row, Table, useBreakpoint } from '@backstage/ui';
import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { Key, useEffect, useMemo, useRef } from 'react';
import { useText } from '../../translations';
import { fleetColumns, Room } from './fleetColumns';
import { SORTS } from './fleetParams';
import styles from './FleetTable.module.css';
import { FleetRow } from './useFleetRows';

/** Heights (px) that two lines of a sentence fill; on a phone all is in one cell. */
const ROW_HEIGHT = { wide: 60, narrow: 124 };
/** The next page is asked for while so much is still below the window (px). */
const AHEAD = 1_500;

type Sort = Pick<PipelineQuery, 'sort' | 'order'>;

/** The backend's own: the worst and the latest first. */
function orderOf({ sort, order }: Sort): 'asc' | 'desc' {
  return order ?? (sort === 'changed' ? 'desc' : 'asc');
}

/** Another column begins in its usual order; the same one turns round. */
function sortedBy(column: Key, before: Sort): Required<Sort> {
  const sort = SORTS.find(one => one === column) ?? 'health';
  if (sort !== (before.sort ?? 'health')) {
    return { sort, order: orderOf({ sort }) };
  }
  return { sort, order: orderOf(before) === 'asc' ? 'desc' : 'asc' };
}

function roomOf(up: ReturnType<typeof useBreakpoint>['up']): Room {
  if (up('xl')) return 'wide';
  if (up('lg')) return 'middle';
  return up('md') ? 'small' : 'narrow';
}

/** One row a pipeline; only those in the window are drawn. */
export function FleetTable(props: {
  rows: FleetRow[];
  sort: Sort;
  pending: boolean;
  onSort: (sort: Required<Sort>) => void;
  onEnd?: () => void;
  /** Whether the person points at the table or moves in it with the keyboard. */
  onHeld: (held: boolean) => void;
}) {
  const { rows, sort, pending, onSort, onEnd, onHeld } = props;
  const t = useText();
  const { up } = useBreakpoint();
  const room = roomOf(up);
  const columns = useMemo(() => fleetColumns(t, room), [t, room]);
  const frame = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Backstage UI's table takes no name of its own.
    frame.current
      ?.querySelector('[role=grid]')
      ?.setAttribute('aria-label', t('fleet.table'));
  }, [t]);

  useEffect(() => {
    if (!onEnd || !end.current) return undefined;
    const observer = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && onEnd(),
      { rootMargin: `0px 0px ${AHEAD}px 0px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
    // Watched anew after each page: where its rows fill no window, another comes.
  }, [onEnd, rows.length]);

  return (
    <div
      ref={frame}
      className={styles.frame}
      onPointerEnter={() => onHeld(true)}
      onPointerLeave={() => onHeld(false)}
      onFocus={() => onHeld(true)}
      onBlur={() => onHeld(false)}
    >
      <Table
        columnConfig={columns}
        data={rows}
        isStale={pending}
        pagination={{ type: 'none' }}
        virtualized={{
          rowHeight: room === 'narrow' ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide,
        }}
        sort={{
          descriptor: {
            column: sort.sort ?? 'health',
            direction: orderOf(sort) === 'asc' ? 'ascending' : 'descending',
          },
          onSortChange: ({ column }) => onSort(sortedBy(column, sort)),
        }}
        rowConfig={({ item }) => (
          <Row
            id={item.id}
            columns={columns}
            className={item.marked ? styles.marked : undefined}
          >
            {column => column.cell(item)}
          </Row>
        )}
      />
      <div ref={end} />
    </div>
  );
}
