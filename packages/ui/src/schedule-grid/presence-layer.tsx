import { useGrid } from './grid-context.ts';
import { columnStyle } from './layout.ts';
import type { CellRef, GridPeer } from './types.ts';
import { type GridWorld, keyOfRow, rowOfPerson } from './world.ts';

interface PresenceLayerProps {
  peers: readonly GridPeer[];
  world: GridWorld;
  offsets: Float64Array;
}

/** The cells others are at: their outline and initials, in one layer over all cells. */
export function PresenceLayer({ peers, world, offsets }: PresenceLayerProps) {
  const { format } = useGrid();
  return peers.map(({ id, name, initials, color, cell }) => {
    const row = cell ? shownRow(world, cell) : undefined;
    const day = cell ? world.days.indexOf(cell.date) : -1;
    if (!cell || row === undefined || day < 0) return null;
    return (
      <div
        key={id}
        data-peer={id}
        title={format.list([name, format.weekday(cell.date)])}
        className="absolute top-0 rounded-sm outline-2 -outline-offset-2 outline-solid"
        style={{
          ...columnStyle(day, world.days.length),
          transform: `translateY(${offsets[row]!}px)`,
          height: offsets[row + 1]! - offsets[row]!,
          outlineColor: color,
        }}
      >
        <span
          aria-hidden="true"
          className="absolute end-0 top-0 rounded-es-sm px-1 text-[10px] leading-4 font-semibold text-white forced-colors:bg-[Highlight]"
          style={{ backgroundColor: color }}
        >
          {initials}
        </span>
      </div>
    );
  });
}

/** They may look at the rows in another way: then where the same person is shown here. */
function shownRow(world: GridWorld, cell: CellRef): number | undefined {
  const same = world.rowIndex.get(keyOfRow(cell));
  if (same !== undefined) return same;
  const row = rowOfPerson(world, cell.employeeId);
  return world.rows[row]?.employeeId === cell.employeeId ? row : undefined;
}
