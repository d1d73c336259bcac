import { memo } from 'react';
import { CELLS, LinkTo } from './cells';
import { COLUMNS, Room, ROW_HEADERS } from './columns';
import styles from './FleetTable.module.css';
import { FleetRow } from './useFleetRows';

/** A pipeline; drawn anew only when something of it is another. */
export const PipelineRow = memo(Pipeline);

function Pipeline(props: {
  row: FleetRow;
  index: number;
  room: Room;
  link: LinkTo;
}) {
  const { row, index, room, link } = props;
  return (
    <div
      role="row"
      // The heading is the first.
      aria-rowindex={index + 2}
      className={row.marked ? `${styles.row} ${styles.marked}` : styles.row}
    >
      {COLUMNS[room].map(column => {
        const Content = CELLS[column];
        return (
          <div
            key={column}
            role={ROW_HEADERS.has(column) ? 'rowheader' : 'gridcell'}
            className={styles.cell}
          >
            <Content pipeline={row.pipeline} room={room} link={link} />
          </div>
        );
      })}
    </div>
  );
}
