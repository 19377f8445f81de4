import { Check, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createShifts, newPosition } from './edit-actions.ts';
import { type GridHost, nameOf } from './grid-host.ts';
import type { Entry } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import type { GridSay } from './grid-words.ts';
import { ROW_HEADER_WIDTH } from './layout.ts';
import { parseQuickEntry } from './quick-entry.ts';
import { keyOfCell } from './shift-index.ts';
import { rowOf } from './world.ts';

interface EntryBoxProps {
  host: GridHost;
  offsets: Float64Array;
  /** Brings focus back to the cells. */
  refocus(): void;
}

/** The box in which a shift is typed, over the cell it is for. */
export function EntryBox(props: EntryBoxProps) {
  const entry = useGridState(props.host.store, (state) => state.entry);
  if (!entry) return null;
  return <EntryForm key={keyOfCell(entry.cell)} entry={entry} {...props} />;
}

function EntryForm({ host, entry, offsets, refocus }: EntryBoxProps & { entry: Entry }) {
  const [text, setText] = useState(entry.text);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();
  useEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const close = () => host.store.send({ type: 'closeEntry' });
  const leave = () => {
    // a box that is taken away with the focus in it is styled and laid out once more for that
    refocus();
    close();
  };
  const save = () => {
    const { positions, hour12 } = host.props();
    const read = parseQuickEntry(text, { positions, hour12, say: host.format().say });
    if (!read.ok) {
      setError(read.error);
      host.announcer.say(read.error);
      input.current?.focus();
      return;
    }
    const { startMinutes, endMinutes } = read;
    const positionId = read.positionId ?? newPosition(host, entry.cell);
    leave();
    createShifts(host, entry.cell, entry.dates, { startMinutes, endMinutes, positionId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // what is typed here is not a key of the grid
    event.stopPropagation();
    if (event.key === 'Escape') leave();
  };

  const { world } = host.store;
  const row = rowOf(entry.cell, world());
  const count = world().days.length;
  const day = world().days.indexOf(entry.cell.date);
  const column = `(100% - ${ROW_HEADER_WIDTH}px) / ${count}`;
  const format = host.format();
  const who = {
    name: nameOf(host, entry.cell.employeeId),
    weekday: format.weekday(entry.cell.date),
  };
  return (
    <form
      data-entry=""
      className="pointer-events-auto absolute top-0 min-w-56 rounded-lg border border-border bg-surface p-1.5 shadow-pop"
      style={{
        transform: `translateY(${offsets[row]!}px)`,
        minHeight: offsets[row + 1]! - offsets[row]!,
        width: `calc(${column})`,
        insetInlineStart: `min(calc(${ROW_HEADER_WIDTH}px + ${column} * ${day}), calc(100% - 14rem))`,
      }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const leaving = !event.currentTarget.contains(event.relatedTarget);
        if (leaving && text.trim() === '') close();
      }}
    >
      <div className="flex items-center gap-1">
        <input
          ref={input}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setError(null);
          }}
          aria-label={format.say('newShiftFor', who)}
          aria-invalid={error !== null}
          aria-describedby={errorId}
          placeholder={format.say('example')}
          autoComplete="off"
          className="h-9 min-w-0 flex-1 rounded-md border border-border bg-background px-2 text-sm focus-visible:outline-2 focus-visible:outline-ring aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-base"
        />
        <button
          type="submit"
          aria-label={format.say('addShift')}
          className={`bg-primary text-primary-foreground ${BUTTON}`}
        >
          <Check aria-hidden="true" className="size-4" />
        </button>
        <button
          type="button"
          aria-label={format.say('cancel')}
          onClick={close}
          className={`text-muted ${BUTTON}`}
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      </div>
      <p id={errorId} className={`px-1 pt-1 text-xs ${error ? 'text-danger' : 'text-muted'}`}>
        {error ?? hint(entry, format.say)}
      </p>
    </form>
  );
}

const BUTTON =
  'grid size-8 shrink-0 place-items-center rounded-md focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:size-11';

const hint = ({ dates }: Entry, say: GridSay): string =>
  dates.length > 1 ? say('entryHintDays', { count: dates.length }) : say('entryHint');
