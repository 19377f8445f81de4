import { type RefObject, useLayoutEffect } from 'react';
import { plannedAt } from './carry-actions.ts';
import { type GridHost, nameOf } from './grid-host.ts';
import { useGridState } from './grid-store.ts';
import type { Carry } from './grid-state.ts';
import { columnStyle, ROW_HEADER_WIDTH } from './layout.ts';
import type { RowTint } from './row-tint.ts';
import type { CellRef, Verdict } from './types.ts';
import { type GridWorld, rowOf } from './world.ts';

/** The elements a drag moves by hand, without React: what is held, and the cell it would land on. */
export interface DragElements {
  ghost: RefObject<HTMLDivElement | null>;
  mark: RefObject<HTMLDivElement | null>;
  /** The row it would land on, tinted by the verdict of each day. */
  tint: RefObject<HTMLDivElement | null>;
  rowTint: RowTint;
}

const MARK_LOOK =
  'group/mark absolute top-0 rounded-md border-2 text-xs font-semibold leading-tight data-[verdict=ok]:border-success data-[verdict=ok]:bg-success/10 data-[verdict=warn]:border-dashed data-[verdict=warn]:border-warning data-[verdict=warn]:bg-warning/15 data-[verdict=block]:border-double data-[verdict=block]:border-4 data-[verdict=block]:border-danger data-[verdict=block]:[background:repeating-linear-gradient(45deg,color-mix(in_oklab,currentColor_18%,transparent)_0_4px,transparent_4px_10px)] data-[verdict=block]:text-danger';

/** Highlight and ghost. For arrow keys and click-move-click the highlight follows the state; a drag places it itself. */
export function DragMark(props: { host: GridHost; elements: DragElements; offsets: Float64Array }) {
  const { host, elements, offsets } = props;
  const carry = useGridState(host.store, (state) => (state.carry?.by === 'keys' ? state.carry : null));
  useLayoutEffect(() => {
    if (carry) showTarget(elements, host, carry, carry.to, offsets);
    else hideTarget(elements);
  }, [carry, elements, host, offsets]);
  return (
    // what changes in here is laid out in here, not up to the page
    <div className="absolute inset-0 [contain:size_layout]">
      <div
        ref={elements.tint}
        data-tint=""
        aria-hidden="true"
        hidden
        className="absolute inset-x-0 top-0"
        style={{ insetInlineStart: ROW_HEADER_WIDTH }}
      />
      <div ref={elements.mark} data-mark="" aria-hidden="true" hidden className={MARK_LOOK}>
        <span className="absolute start-1 group-data-at-end/mark:start-auto group-data-at-end/mark:end-1 top-full z-[1] mt-1 w-max group-data-above/mark:top-auto group-data-above/mark:bottom-full group-data-above/mark:mb-1 max-w-60 rounded-md border border-border bg-surface px-2 py-1 text-foreground shadow-pop" />
      </div>
    </div>
  );
}

export function DragGhost({ elements }: { elements: DragElements }) {
  return (
    <div
      ref={elements.ghost}
      data-ghost=""
      aria-hidden="true"
      hidden
      className="pointer-events-none fixed left-0 top-0 z-50 rounded-md bg-surface opacity-90 shadow-pop will-change-transform data-copy:after:absolute data-copy:after:-end-2 data-copy:after:-top-2 data-copy:after:grid data-copy:after:size-5 data-copy:after:place-items-center data-copy:after:rounded-full data-copy:after:bg-primary data-copy:after:text-xs data-copy:after:text-primary-foreground data-copy:after:content-['+']"
    />
  );
}

export function hideTarget({ mark, rowTint }: DragElements): void {
  if (mark.current) mark.current.hidden = true;
  rowTint.hide();
}

const SIGNS: Record<Verdict['verdict'], string> = { ok: '✓', warn: '!', block: '✕' };

/** Puts the highlight on a cell with the verdict in colour, pattern, sign and words, and tints its row. */
export function showTarget(
  { mark, rowTint }: DragElements,
  host: GridHost,
  carry: Carry,
  cell: CellRef,
  offsets: Float64Array,
): Verdict {
  const { verdict } = plannedAt(host, carry, cell);
  if (!mark.current) return verdict;
  placeMark(mark.current, host.store.world(), cell, offsets);
  mark.current.dataset.verdict = verdict.verdict;
  const words = verdict.verdict === 'ok' ? nameOf(host, cell.employeeId) : verdict.reason;
  const said = host.format().list([words, ...timesOf(host, carry)]);
  labelMark(mark.current, `${SIGNS[verdict.verdict]} ${said}`);
  rowTint.show(host, carry, cell, offsets);
  return verdict;
}

/** The times it would get, when it is moved along the hours of a day. */
function timesOf(host: GridHost, { leadId, later = 0 }: Carry): string[] {
  const lead = host.index().byId.get(leadId);
  if (!lead || later === 0) return [];
  return [host.format().range(lead.startMinutes + later, lead.endMinutes + later)];
}

/** The words go below the cell, where what is dragged does not hide them. */
export function labelMark(mark: HTMLElement, words: string): void {
  if (mark.firstElementChild) mark.firstElementChild.textContent = words;
}

/** Puts the highlight on a cell, or with `days` over that many from it on. */
export function placeMark(
  mark: HTMLElement,
  world: GridWorld,
  cell: CellRef,
  offsets: Float64Array,
  days = 1,
): void {
  const row = rowOf(cell, world);
  const day = world.days.indexOf(cell.date);
  Object.assign(mark.style, columnStyle(day, world.days.length, days));
  mark.style.height = `${offsets[row + 1]! - offsets[row]!}px`;
  mark.style.transform = `translate3d(0, ${offsets[row]!}px, 0)`;
  // below the last row the words would lie under the totals
  mark.toggleAttribute('data-above', row === world.rows.length - 1);
  // of the last columns they would reach out of the grid, which would then scroll sideways
  mark.toggleAttribute('data-at-end', day >= world.days.length / 2);
  mark.hidden = false;
}
