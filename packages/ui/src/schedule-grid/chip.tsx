import { type CSSProperties, memo, useState } from 'react';
import { chipMarks, flagsOf, sayChip } from './chip-marks.tsx';
import { useGrid } from './grid-context.ts';
import { DRAGGED, FLASHING, signalsOf, useSignal } from './grid-signals.ts';
import type { GridState, TimesPreview } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import { CHIP_HEIGHT } from './layout.ts';
import type { GridShift, ShiftState } from './types.ts';

const STATE_LOOK: Record<ShiftState, string> = {
  draft: 'border-dashed border-muted',
  published: 'border-solid border-transparent shadow-card',
  changed: 'border-solid border-transparent shadow-card',
  deleted: 'border-dotted border-muted bg-transparent! text-muted! [&_[data-text]]:line-through',
};

interface ChipProps {
  shift: GridShift;
  /** In a list the chip is a tab stop of its own; in the grid the cell is, and clicks are the grid's. */
  onOpen?: () => void;
}

/** One shift in a cell. Most have nothing but times and position, and there are hundreds: so few elements as can be. */
export const Chip = memo(function Chip({ shift, onOpen }: ChipProps) {
  const { store, signals, format, canEdit, metrics, range } = useGrid();
  const oneLine = metrics.chip < CHIP_HEIGHT && !onOpen;
  const told = useSignal(signals, (all) => signalsOf(all, shift.id, format));
  const flags = flagsOf(told);
  const live = useGridState(store, (state) => liveState(state, shift.id));
  const isRefused = typeof live === 'object' && live !== null && 'refused' in live;
  const preview = typeof live === 'object' && !isRefused ? live : null;
  const { startMinutes, endMinutes } = preview ?? shift;
  // a full week has hundreds of chips and one pointer: edges to pull are there where it has been
  const [pointedAt, setPointedAt] = useState(false);
  const movable = canEdit && shift.abilities.update && shift.state !== 'deleted';
  const tight = range === 'twoWeeks' && !onOpen;
  const tiny = range === 'month' && !onOpen;
  const times =
    oneLine || tight ? format.shortRange(startMinutes, endMinutes) : format.range(startMinutes, endMinutes);
  const marked = { shift, told, refused: isRefused ? live.refused : undefined };
  const marks = chipMarks(marked);
  // beside marks and in one line it has the room that is left
  const position = !tiny && !(tight && oneLine) && (
    <span
      data-text
      className={`min-w-0 truncate text-[11px] leading-tight text-muted ${marks || oneLine ? 'flex-1' : ''}`}
    >
      {shift.positionName ?? format.say('noPosition')}
    </span>
  );
  const name = sayChip(times, marked, format);
  return (
    <button
      type="button"
      tabIndex={onOpen ? 0 : -1}
      aria-label={name}
      title={tiny ? name : undefined}
      onClick={onOpen}
      onPointerEnter={() => setPointedAt(true)}
      data-chip={shift.id}
      data-state={shift.state}
      data-carried={live === 'carried' || undefined}
      data-left-out={live === 'leftOut' || undefined}
      data-elsewhere={(flags & DRAGGED) !== 0 || undefined}
      data-flash={(flags & FLASHING) !== 0 || undefined}
      style={{ '--chip': shift.color ?? 'var(--muted)' } as CSSProperties}
      className={`group/chip relative ${BAR} flex h-(--chip-h,2.75rem) w-full min-w-0 select-none rounded-md border text-start text-foreground [-webkit-touch-callout:none] bg-[color-mix(in_oklab,var(--chip)_var(--chip-tint),var(--background))] hover:bg-[color-mix(in_oklab,var(--chip)_var(--chip-tint-hover),var(--background))] focus-visible:z-[1] focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-ring data-carried:opacity-40 data-left-out:opacity-60 data-elsewhere:bg-[repeating-linear-gradient(45deg,color-mix(in_oklab,var(--foreground)_14%,transparent)_0_3px,transparent_3px_8px)] motion-safe:data-flash:animate-flash ${STATE_LOOK[shift.state]} ${tight ? TIGHT : oneLine ? (tiny ? TINY : ONE_LINE) : TWO_LINES} ${movable && !onOpen ? 'cursor-grab' : 'cursor-pointer'}`}
    >
      <span
        data-text
        // painted, not written: what is written must stand in the name as it is
        data-from={tiny ? format.tinyTime(startMinutes) : undefined}
        data-to={tiny ? format.tinyTime(endMinutes) : undefined}
        className="truncate text-xs leading-tight font-semibold tabular-nums"
      >
        {/* the space parts it from the position for who compares text and name */}
        {tiny ? null : `${times} `}
      </span>
      {marks ? (
        <span
          className={`flex min-w-0 items-center gap-1 ${oneLine ? (tiny ? `${CORNER} ${OUTSIDE}` : tight ? CORNER : 'flex-1') : ''}`}
        >
          {position}
          {marks}
        </span>
      ) : (
        position
      )}
      {movable && !onOpen && !tiny && pointedAt && (
        <>
          <span data-edge="start" className={`start-0 ${EDGE}`} />
          <span data-edge="end" className={`end-0 ${EDGE}`} />
        </>
      )}
    </button>
  );
});

/** What the interaction adds to a chip: it is carried, left out of its cell's selection, its times change, or it was refused. */
const liveState = (
  state: GridState,
  id: string,
): 'carried' | 'leftOut' | TimesPreview | { refused: string } | null => {
  if (state.preview?.shiftId === id) return state.preview;
  if (state.except.has(id)) return 'leftOut';
  if (state.carry?.shiftIds.includes(id)) return 'carried';
  const refused = state.refused.get(id);
  return refused === undefined ? null : refusal(id, refused);
};

const refusals = new Map<string, { refused: string }>();

/** The same object for the same words, as a listener needs it. */
function refusal(id: string, words: string): { refused: string } {
  const known = refusals.get(id);
  if (known?.refused === words) return known;
  const made = { refused: words };
  refusals.set(id, made);
  return made;
}

// the position's colour at the start; an element more in each chip is a fifth of a week's layout, a picture a third of its paint
const BAR =
  'inset-shadow-[var(--bar,4px)_0_0_var(--chip)] rtl:inset-shadow-[calc(-1*var(--bar,4px))_0_0_var(--chip)]';
const ONE_LINE = 'items-center gap-1.5 overflow-hidden ps-2.5 pe-2';
// start above end
const TINY =
  'flex-col justify-center ps-[3px] [--bar:2px] [&>[data-text]]:text-[10.5px] [&>[data-text]]:leading-[1.2] [&>[data-text]]:tracking-[-0.04em] [&>[data-from]]:before:block [&>[data-from]]:before:content-[attr(data-from)] [&>[data-from]]:after:block [&>[data-from]]:after:content-[attr(data-to)]';
// beside short times or above long ones; that there is a note is told elsewhere
const CORNER = '[&_s]:hidden absolute end-0.5 top-0.5 gap-0.5! [&_svg]:size-2.5 [&>svg]:hidden';
// half outside, where no minutes stand
const OUTSIDE = '-end-1! -top-1!';
// long times go on after their dash, so that no digit is cut off
const TIGHT =
  'flex-col justify-center ps-2 pe-0.5 [--bar:3px] [&_s]:hidden [&>[data-text]:first-child]:text-[11px] [&>[data-text]:first-child]:leading-[1.15] [&>[data-text]:first-child]:whitespace-normal';
const TWO_LINES = 'flex-col justify-center ps-2.5 pe-2';
const EDGE =
  'absolute inset-y-0 w-2.5 cursor-ew-resize rounded-md opacity-0 hover:bg-foreground/15 group-hover/chip:opacity-100 pointer-coarse:hidden';
