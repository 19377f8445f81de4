import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { isRtl } from './geometry.ts';
import { useGrid } from './grid-context.ts';
import { type GridStore, useGridState } from './grid-store.ts';
import { FOOTER_HEIGHT, HEADER_HEIGHT, ROW_HEADER_WIDTH, scrollToShow } from './layout.ts';
import { keyOfCell } from './shift-index.ts';
import type { CellRef } from './types.ts';
import { type GridWorld, rowOf } from './world.ts';

interface FocusKeeperProps {
  store: GridStore;
  scrollerRef: RefObject<HTMLDivElement | null>;
  offsets: Float64Array;
  /** Set to what brings focus back after a menu or a box. */
  focusRef: RefObject<(() => void) | null>;
}

/**
 * Keeps the browser's focus on the active cell or chip while the grid has focus, through scrolling, refetching and
 * chips that come and go. It renders nothing, so that an arrow key renders two cells and this.
 */
export function FocusKeeper({ store, scrollerRef, offsets, focusRef }: FocusKeeperProps): null {
  const { dayMinWidth } = useGrid().metrics;
  const owns = useRef(false);
  const active = useGridState(store, (state) => state.active);
  useGridState(store, (state) => state.chip);
  const busy = useGridState(store, (state) => state.entry !== null || state.menu !== null || state.helpOpen);

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const life = new AbortController();
    const { signal } = life;
    scroller.addEventListener('focusin', () => (owns.current = true), { signal });
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !scroller.contains(event.target)) owns.current = false;
    };
    // a chip that is removed leaves focus on the body without a word, so only a real move away counts
    document.addEventListener('focusin', elsewhere, { signal });
    document.addEventListener('pointerdown', elsewhere, { signal });
    return () => life.abort();
  }, [scrollerRef]);

  const focusActive = useCallback(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const state = store.get();
    const key = keyOfCell(state.active);
    const cell = scroller.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);
    const chips = cell?.querySelectorAll<HTMLElement>('[data-chip]');
    const target = state.chip === null ? cell : (chips?.[Math.min(state.chip, chips.length - 1)] ?? cell);
    if (target && document.activeElement !== target) target.focus({ preventScroll: true });
  }, [store, scrollerRef]);

  const latestOffsets = useRef(offsets);
  useLayoutEffect(() => {
    latestOffsets.current = offsets;
  }, [offsets]);
  // rows that grow are no reason to scroll, so this listens to the active cell alone
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller || !owns.current || store.get().carry?.by === 'drag') return;
    scrollToCell(scroller, store.world(), active, latestOffsets.current, dayMinWidth);
  }, [active, store, scrollerRef, dayMinWidth]);

  useLayoutEffect(() => {
    if (!owns.current || busy) return;
    const now = document.activeElement;
    if (now === document.body || scrollerRef.current?.contains(now)) focusActive();
  });
  useLayoutEffect(() => {
    focusRef.current = () => {
      owns.current = true;
      focusActive();
    };
  }, [focusRef, focusActive]);
  return null;
}

/** Below the cell, for the words of a verdict. */
const ROOM_FOR_WORDS = 40;

function scrollToCell(
  scroller: HTMLElement,
  world: GridWorld,
  cell: CellRef,
  offsets: Float64Array,
  dayMinWidth: number,
): void {
  const row = rowOf(cell, world);
  const { days } = world;
  scroller.scrollTop = scrollToShow(
    scroller.scrollTop,
    scroller.clientHeight,
    { start: HEADER_HEIGHT, end: FOOTER_HEIGHT + ROOM_FOR_WORDS },
    { start: HEADER_HEIGHT + offsets[row]!, size: offsets[row + 1]! - offsets[row]! },
  );
  const content = Math.max(scroller.clientWidth, ROW_HEADER_WIDTH + days.length * dayMinWidth);
  const dayWidth = (content - ROW_HEADER_WIDTH) / days.length;
  const left = scrollToShow(
    Math.abs(scroller.scrollLeft),
    scroller.clientWidth,
    { start: ROW_HEADER_WIDTH, end: 0 },
    { start: ROW_HEADER_WIDTH + days.indexOf(cell.date) * dayWidth, size: dayWidth },
  );
  // right-to-left pages count down from zero
  scroller.scrollLeft = isRtl(scroller) ? -left : left;
}
