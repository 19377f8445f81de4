import {
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  CopyPlus,
  Send,
  StickyNote,
  Tag,
  Trash2,
  UserPlus,
  Users,
  X,
} from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { selectionWords } from './announce.ts';
import { moveDays } from './bulk-actions.ts';
import { assignShifts, copyToNextDay, removeShifts } from './edit-actions.ts';
import { useGrid } from './grid-context.ts';
import { type GridHost, shiftsInHand } from './grid-host.ts';
import type { MenuRequest } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import { HEADER_HEIGHT } from './layout.ts';

/** What is selected and what can be done with all of it, in place of the grid's head while there is a selection. */
export function SelectionBar({ host }: { host: GridHost }) {
  const { format, canEdit } = useGrid();
  const selected = useGridState(host.store, (state) => state.selected);
  useGridState(host.store, (state) => state.except);
  const refused = useGridState(host.store, (state) => state.refused);
  const carrying = useGridState(host.store, (state) => state.carry !== null);
  const shifts = selected.size > 0 ? shiftsInHand(host) : [];
  if (shifts.length === 0 || carrying || !canEdit) return null;
  const { onPublishShifts } = host.props();
  return (
    <div
      role="toolbar"
      aria-label={format.say('selectedShifts')}
      style={{ height: HEADER_HEIGHT }}
      className="absolute inset-x-0 top-0 z-30 flex items-center gap-1 border-b border-border bg-accent px-3 text-sm text-accent-foreground"
      onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
    >
      <span className="me-2 min-w-0 truncate font-medium tabular-nums">{selectionWords(shifts, format)}</span>
      {refused.size > 0 && <Refused reasons={refused} onList={openBox(host, 'refused')} />}
      <span className="flex-1" />
      <Tool label={format.say('assignTo')} onClick={openBox(host, 'assign')}>
        <UserPlus />
      </Tool>
      <Tool label={format.say('makeOpen')} onClick={() => assignShifts(host, shifts, null)}>
        <Users />
      </Tool>
      <Tool label={format.say('dayEarlier')} onClick={() => moveDays(host, shifts, -1)}>
        <ChevronLeft className="rtl:rotate-180" />
      </Tool>
      <Tool label={format.say('dayLater')} onClick={() => moveDays(host, shifts, 1)}>
        <ChevronRight className="rtl:rotate-180" />
      </Tool>
      <Tool label={format.say('copyToNext')} onClick={() => copyToNextDay(host, shifts)}>
        <CopyPlus />
      </Tool>
      <Tool label={format.say('positionMenu')} onClick={openBox(host, 'position')}>
        <Tag />
      </Tool>
      <Tool label={format.say('noteMenu')} onClick={openBox(host, 'note')}>
        <StickyNote />
      </Tool>
      {onPublishShifts && (
        <Tool
          label={format.say('publishMenu')}
          onClick={() => onPublishShifts(shifts.map((shift) => shift.id))}
        >
          <Send />
        </Tool>
      )}
      <Tool label={format.say('delete')} onClick={() => removeShifts(host, shifts)}>
        <Trash2 />
      </Tool>
      <Tool label={format.say('clearSelection')} onClick={() => host.store.send({ type: 'deselect' })}>
        <X />
      </Tool>
    </div>
  );
}

interface RefusedProps {
  reasons: ReadonlyMap<string, string>;
  onList: (event: MouseEvent<HTMLElement>) => void;
}

/** How many of the last change were refused, and why the first was; the list behind it leads to each. */
function Refused({ reasons, onList }: RefusedProps) {
  const { say } = useGrid().format;
  const different = [...new Set(reasons.values())];
  const said = { count: reasons.size, reason: different[0] ?? '' };
  const more = different.length - 1;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      title={different.join('\n')}
      onClick={onList}
      className="flex h-8 min-w-0 items-center gap-1 rounded-md px-2 text-danger hover:bg-surface-2 focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:h-11"
    >
      <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate">
        {more > 0 ? say('notChangedMore', { ...said, more }) : say('notChanged', said)}
      </span>
      <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
    </button>
  );
}

const openBox =
  (host: GridHost, kind: MenuRequest['kind']) =>
  ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    const cell = host.store.get().active;
    host.store.send({ type: 'openMenu', menu: { kind, cell, shiftId: null, x: left, y: bottom } });
  };

interface ToolProps {
  label: string;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  children: ReactNode;
}

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface-2 focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:size-11 [&_svg]:size-4"
    >
      {children}
    </button>
  );
}
