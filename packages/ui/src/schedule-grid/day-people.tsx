import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useGrid } from './grid-context.ts';
import type { GridHost } from './grid-host.ts';
import type { Carry } from './grid-state.ts';
import { type DayItem, dayItems, keyOfItem } from './day-items.ts';
import { PersonDay, personDayHeight } from './person-day.tsx';
import type { ShiftIndex } from './shift-index.ts';
import type { GridEmployee, GridSection } from './types.ts';

interface DayPeopleProps {
  host: GridHost;
  employees: readonly GridEmployee[];
  index: ShiftIndex;
  date: string;
  /** Locations, when shifts of more than one are shown. */
  places: readonly GridSection[] | undefined;
  carry: Carry | null;
  focusRef: RefObject<(() => void) | null>;
  onMenu: (shiftId: string, button: HTMLElement) => void;
}

const FOLD_HEIGHT = 48;
const PLACE_HEIGHT = 40;

/** Open shifts, who works, and folded away those who do not; of a long list only what is on screen is in the page. */
export function DayPeople(props: DayPeopleProps) {
  const { host, employees, index, date, carry, focusRef } = props;
  const { say } = useGrid().format;
  const scroller = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const open = unfolded || carry !== null;
  // what is carried goes to a person, whose place is that of the shift
  const places = carry ? undefined : props.places;
  const items = useMemo(
    () => dayItems({ employees, index, date, unfolded: open, places }),
    [employees, index, date, open, places],
  );
  const names = useMemo(() => new Map(employees.map(({ id, name }) => [id, name])), [employees]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heightOf(items[i]!),
    getItemKey: (i) => keyOfItem(items[i]!),
    overscan: 4,
    initialRect: { width: 400, height: 800 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, items]);
  useLayoutEffect(() => {
    focusRef.current = () => scroller.current?.querySelector('button')?.focus();
  }, [focusRef]);
  return (
    <div ref={scroller} data-grid-scroller="" className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index: i, key, start, size }) => {
          const item = items[i]!;
          return (
            <li
              key={key}
              aria-setsize={items.length}
              aria-posinset={i + 1}
              style={{ transform: `translateY(${start}px)`, height: size }}
              className="absolute inset-x-0 top-0 border-b border-border [contain:layout_style]"
            >
              {item.kind === 'fold' && (
                <Fold open={open} count={item.free} onToggle={() => setUnfolded(!open)} />
              )}
              {item.kind === 'place' && (
                <h2 className="flex h-full items-center truncate bg-surface-2 px-4 text-sm font-semibold">
                  {item.place.name}
                </h2>
              )}
              {item.kind === 'person' && (
                <PersonDay
                  host={host}
                  employeeId={item.id}
                  place={item.place}
                  name={item.id === null ? say('openShifts') : (names.get(item.id) ?? '')}
                  date={date}
                  shifts={item.shifts}
                  carry={carry}
                  onMenu={props.onMenu}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function heightOf(item: DayItem): number {
  if (item.kind === 'fold') return FOLD_HEIGHT;
  return item.kind === 'place' ? PLACE_HEIGHT : personDayHeight(item.shifts.length);
}

function Fold({ open, count, onToggle }: { open: boolean; count: number; onToggle: () => void }) {
  const { say } = useGrid().format;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="flex h-full w-full items-center gap-2 px-4 text-sm text-muted focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring"
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span>
      {say('withoutShift', { count })}
    </button>
  );
}
