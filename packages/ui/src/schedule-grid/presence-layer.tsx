import { useGrid } from './grid-context.ts';
import { columnStyle } from './layout.ts';
import type { GridPeer } from './types.ts';
import type { GridWorld } from './grid-state.ts';

interface PresenceLayerProps {
  peers: readonly GridPeer[];
  world: GridWorld;
  offsets: Float64Array;
}

/** The cells others are at: their outline and initials, in one layer over all cells. */
export function PresenceLayer({ peers, world, offsets }: PresenceLayerProps) {
  const { format } = useGrid();
  return peers.map(({ id, name, initials, color, cell }) => {
    const row = cell ? world.rowIndex.get(cell.employeeId) : undefined;
    const day = cell ? world.days.indexOf(cell.date) : -1;
    if (!cell || row === undefined || day < 0) return null;
    return (
      <div
        key={id}
        data-peer={id}
        title={`${name}, ${format.weekday(cell.date)}`}
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
