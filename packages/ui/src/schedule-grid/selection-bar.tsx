import { CopyPlus, Trash2, UserPlus, Users, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { assignShifts, copyToNextDay, removeShifts } from './edit-actions.ts';
import { useGrid } from './grid-context.ts';
import { type GridHost, shiftsInHand } from './grid-host.ts';
import { useGridState } from './grid-store.ts';

/** What is selected and what can be done with all of it, over the bottom of the grid while there is a selection. */
export function SelectionBar({ host }: { host: GridHost }) {
  const { format, canEdit } = useGrid();
  const selected = useGridState(host.store, (state) => state.selected);
  const carrying = useGridState(host.store, (state) => state.carry !== null);
  const shifts = selected.size > 0 ? shiftsInHand(host) : [];
  if (shifts.length < 2 || carrying || !canEdit) return null;
  const people = new Set(shifts.flatMap((shift) => shift.employeeId ?? [])).size;
  const minutes = shifts.reduce((sum, shift) => sum + shift.paidMinutes, 0);
  const cost = shifts.reduce((sum, shift) => sum + (shift.costMinor ?? 0), 0);
  return (
    <div
      role="toolbar"
      aria-label="Selected shifts"
      className="absolute inset-x-0 bottom-1 z-30 mx-auto flex w-max max-w-[calc(100%-2rem)] items-center gap-1 rounded-lg border border-border bg-surface p-1 ps-3 text-sm shadow-pop"
      onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
    >
      <span className="me-2 truncate tabular-nums">
        <strong className="font-semibold">{shifts.length} shifts</strong>
        <span className="text-muted">
          , {people} {people === 1 ? 'person' : 'people'}, {format.hours(minutes)}, {format.money(cost)}
        </span>
      </span>
      <Tool label="Assign to…" onClick={(event) => openAssign(host, event.clientX, event.clientY)}>
        <UserPlus />
      </Tool>
      <Tool label="Make open" onClick={() => assignShifts(host, shifts, null)}>
        <Users />
      </Tool>
      <Tool label="Copy to next day" onClick={() => copyToNextDay(host, shifts)}>
        <CopyPlus />
      </Tool>
      <Tool label="Delete" onClick={() => removeShifts(host, shifts)}>
        <Trash2 />
      </Tool>
      <Tool label="Clear selection" onClick={() => host.store.send({ type: 'deselect' })}>
        <X />
      </Tool>
    </div>
  );
}

const openAssign = (host: GridHost, x: number, y: number): void =>
  host.store.send({
    type: 'openMenu',
    menu: { kind: 'assign', cell: host.store.get().active, shiftId: null, x, y },
  });

interface ToolProps {
  label: string;
  onClick: (event: { clientX: number; clientY: number }) => void;
  children: ReactNode;
}

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-8 place-items-center rounded-md text-muted hover:bg-surface-2 hover:text-foreground focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:size-11 [&_svg]:size-4"
    >
      {children}
    </button>
  );
}
