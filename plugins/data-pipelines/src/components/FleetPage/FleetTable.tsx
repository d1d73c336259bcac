import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useBreakpoint } from '@backstage/ui';
import { CSSProperties } from 'react';
import { useText } from '../../translations';
import { COLUMNS, Room } from './columns';
import { FleetHead } from './FleetHead';
import styles from './FleetTable.module.css';
import { PipelineRow } from './PipelineRow';
import { Sort } from './sortOrder';
import { FleetRow } from './useFleetRows';
import { useNearEnd } from './useNearEnd';
import { useRowKeys } from './useRowKeys';
import { useScrollMark } from './useScrollMark';

/** So many rows the browser leaves out at once while none of them is in the window. */
const GROUP = 20;

function groupsOf(rows: FleetRow[]): FleetRow[][] {
  return Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, number) =>
    rows.slice(number * GROUP, (number + 1) * GROUP),
  );
}

function roomOf(up: ReturnType<typeof useBreakpoint>['up']): Room {
  if (up('xl')) return 'wide';
  if (up('lg')) return 'middle';
  return up('md') ? 'small' : 'narrow';
}

/**
 * One row a pipeline, all in the document, so that the browser finds and reads
 * every one; it draws only those in the window.
 */
export function FleetTable(props: {
  rows: FleetRow[];
  /** How many there are, loaded or not. */
  total: number;
  sort: Sort;
  pending: boolean;
  onSort: (sort: Required<Sort>) => void;
  onEnd?: () => void;
  /** Whether the person points at the table or moves in it with the keyboard. */
  onHeld: (held: boolean) => void;
}) {
  const { rows, total, sort, pending, onSort, onEnd, onHeld } = props;
  const t = useText();
  const link = useEntityRefLink();
  const { up } = useBreakpoint();
  const room = roomOf(up);
  const end = useNearEnd(onEnd, rows.length);
  const marked = useScrollMark();
  const { body, onKeyDown, onFocus } = useRowKeys(rows);

  return (
    <div
      onPointerEnter={() => onHeld(true)}
      onPointerLeave={() => onHeld(false)}
      onFocus={() => onHeld(true)}
      onBlur={() => onHeld(false)}
    >
      <div
        ref={marked}
        role="grid"
        aria-label={t('fleet.table')}
        aria-rowcount={total + 1}
        aria-busy={pending}
        className={styles.table}
        data-room={room}
      >
        <FleetHead columns={COLUMNS[room]} sort={sort} onSort={onSort} />
        {/* The keys belong to the links in it. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div ref={body} onKeyDown={onKeyDown} onFocus={onFocus}>
          {groupsOf(rows).map((group, number) => (
            <div
              key={number}
              role="rowgroup"
              className={styles.group}
              style={{ '--rows': group.length } as CSSProperties}
            >
              {group.map((row, index) => (
                <PipelineRow
                  key={row.id}
                  row={row}
                  index={number * GROUP + index}
                  room={room}
                  link={link}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <div ref={end} />
    </div>
  );
}
