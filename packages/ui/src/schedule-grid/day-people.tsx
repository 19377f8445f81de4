import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type GridHost, OPEN_SHIFTS } from './grid-host.ts';
import type { Carry } from './grid-state.ts';
import { PersonDay, personDayHeight } from './person-day.tsx';
import type { ShiftIndex } from './shift-index.ts';
import type { GridEmployee } from './types.ts';

interface DayPeopleProps {
  host: GridHost;
  employees: readonly GridEmployee[];
  index: ShiftIndex;
  date: string;
  carry: Carry | null;
  focusRef: RefObject<(() => void) | null>;
  onMenu: (shiftId: string, button: HTMLElement) => void;
}

type Item = { kind: 'person'; id: string | null; name: string } | { kind: 'fold'; free: number };

const FOLD_HEIGHT = 48;

/** Open shifts, who works, and folded away those who do not; of a long list only what is on screen is in the page. */
export function DayPeople(props: DayPeopleProps) {
  const { host, employees, index, date, carry, focusRef } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const open = unfolded || carry !== null;
  const items = useMemo(() => itemsOf(employees, index, date, open), [employees, index, date, open]);
  const heightOf = (item: Item) =>
    item.kind === 'fold' ? FOLD_HEIGHT : personDayHeight(index.shownAt(item.id, date).length);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heightOf(items[i]!),
    getItemKey: (i) => keyOf(items[i]!),
    overscan: 4,
    initialRect: { width: 400, height: 800 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, items]);
  useLayoutEffect(() => {
    focusRef.current = () => scroller.current?.querySelector('button')?.focus();
  }, [focusRef]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
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
              {item.kind === 'fold' ? (
                <Fold open={open} count={item.free} onToggle={() => setUnfolded(!open)} />
              ) : (
                <PersonDay
                  host={host}
                  employeeId={item.id}
                  name={item.name}
                  date={date}
                  shifts={index.shownAt(item.id, date)}
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

const keyOf = (item: Item): string => (item.kind === 'fold' ? 'fold' : (item.id ?? 'open'));

function itemsOf(
  employees: readonly GridEmployee[],
  index: ShiftIndex,
  date: string,
  open: boolean,
): readonly Item[] {
  const person = ({ id, name }: GridEmployee): Item => ({ kind: 'person', id, name });
  const working = employees.filter((each) => index.shownAt(each.id, date).length > 0);
  const free = employees.filter((each) => index.shownAt(each.id, date).length === 0);
  return [
    { kind: 'person', id: null, name: OPEN_SHIFTS },
    ...working.map(person),
    ...(free.length > 0 ? [{ kind: 'fold', free: free.length } as const] : []),
    ...(open ? free.map(person) : []),
  ];
}

function Fold({ open, count, onToggle }: { open: boolean; count: number; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="flex h-full w-full items-center gap-2 px-4 text-sm text-muted focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring"
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span>
      {count} {count === 1 ? 'person' : 'people'} without a shift
    </button>
  );
}
