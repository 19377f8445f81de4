import type { DayAxis, GridDensity, GridRange } from './types.ts';

/** Sizes in CSS pixels. A chip is 44 high so that it is a full target on touch screens too. */
export const CHIP_HEIGHT = 44;
export const CHIP_GAP = 4;
export const CELL_PADDING = 6;
/** One pixel of it is the line below. */
export const ROW_HEIGHT = 57;
export const HEADER_HEIGHT = 52;
export const FOOTER_HEIGHT = 52;
export const ROW_HEADER_WIDTH = 208;
export const DAY_MIN_WIDTH = 116;
export const SECTION_HEIGHT = 37;
const HOUR_MIN_WIDTH = 40;

/** What density and range make of the sizes. */
export interface Metrics {
  chip: number;
  gap: number;
  padding: number;
  /** Left and right of a chip. */
  inline: number;
  /** A row with one shift or none. */
  row: number;
  dayMinWidth: number;
}

const COMFORTABLE: Metrics = {
  chip: CHIP_HEIGHT,
  gap: CHIP_GAP,
  padding: CELL_PADDING,
  inline: CELL_PADDING,
  row: ROW_HEIGHT,
  dayMinWidth: DAY_MIN_WIDTH,
};
const COMPACT: Metrics = { ...COMFORTABLE, chip: 32, gap: 3, padding: 4, inline: 4, row: 41 };
/** Two weeks and the longest month fit beside the menu of a window 1,440 wide. */
const MIN_WIDTHS = { week: DAY_MIN_WIDTH, twoWeeks: 68, month: 31 };

/** Month cells are always compact: thirty days have no room for second lines. */
export function metricsOf(density: GridDensity, range: GridRange, axis: DayAxis | null | undefined): Metrics {
  const base = density === 'compact' || range === 'month' ? COMPACT : COMFORTABLE;
  if (range === 'twoWeeks') return { ...base, inline: 3, dayMinWidth: MIN_WIDTHS[range] };
  if (range === 'month') return { ...base, inline: 1, dayMinWidth: MIN_WIDTHS[range] };
  if (range !== 'day') return { ...base, dayMinWidth: MIN_WIDTHS[range] };
  return { ...base, dayMinWidth: axis ? (axis.minutes / 60) * HOUR_MIN_WIDTH : DAY_MIN_WIDTH };
}

/** Where a day's column lies, from the inline start, and how wide `span` of them are. */
export function columnStyle(
  day: number,
  days: number,
  span = 1,
): { insetInlineStart: string; width: string } {
  const column = `(100% - ${ROW_HEADER_WIDTH}px) / ${days}`;
  return {
    insetInlineStart: `calc(${ROW_HEADER_WIDTH}px + ${column} * ${day})`,
    width: `calc(${column} * ${span})`,
  };
}

/** Height of a row whose fullest day holds that many chips. */
export const rowHeight = (chips: number, { chip, gap, padding, row } = COMFORTABLE): number =>
  chips < 2 ? row : padding * 2 + chips * chip + (chips - 1) * gap + 1;

/** Top of each row and, last, the height of all. */
export function rowOffsets(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  for (let i = 0; i < heights.length; i++) offsets[i + 1] = offsets[i]! + heights[i]!;
  return offsets;
}

/** The row at `y`, or -1 above the first and below the last. */
export function rowAt(offsets: Float64Array, y: number): number {
  const last = offsets.length - 2;
  if (last < 0 || y < 0 || y >= offsets[last + 1]!) return -1;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Read once when a drag starts; moves are answered from it without asking the document again. */
export interface GridGeometry {
  /** Visible box of the scroller, in client coordinates, without its scroll bars. */
  view: { left: number; top: number; width: number; height: number };
  rtl: boolean;
  headerHeight: number;
  footerHeight: number;
  rowHeaderWidth: number;
  dayWidth: number;
  days: number;
  offsets: Float64Array;
}

export interface Scroll {
  left: number;
  top: number;
}

export interface DropCell {
  row: number;
  day: number;
  /** Place and size within the scrolled content, below the header and from its inline start. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The cell under a pointer, or `null` outside the cells. `scroll.left` is positive in both directions. */
export function cellAt(
  geometry: GridGeometry,
  scroll: Scroll,
  clientX: number,
  clientY: number,
): DropCell | null {
  const { view, offsets, rowHeaderWidth, dayWidth } = geometry;
  const inlineX = geometry.rtl ? view.left + view.width - clientX : clientX - view.left;
  const viewY = clientY - view.top;
  if (inlineX < rowHeaderWidth || inlineX >= view.width) return null;
  if (viewY < geometry.headerHeight || viewY >= view.height - geometry.footerHeight) return null;
  const day = Math.floor((inlineX + scroll.left - rowHeaderWidth) / dayWidth);
  const row = rowAt(offsets, viewY + scroll.top - geometry.headerHeight);
  if (row < 0 || day < 0 || day >= geometry.days) return null;
  return {
    row,
    day,
    x: rowHeaderWidth + day * dayWidth,
    y: offsets[row]!,
    width: dayWidth,
    height: offsets[row + 1]! - offsets[row]!,
  };
}

const EDGE = 48;
const MAX_STEP = 15;

/** How far to scroll this frame when the pointer is near an edge of the visible cells: up to 15 px each way. */
export function edgeScroll(geometry: GridGeometry, clientX: number, clientY: number): Scroll {
  const { view } = geometry;
  const inlineX = geometry.rtl ? view.left + view.width - clientX : clientX - view.left;
  return {
    left: pull(inlineX, geometry.rowHeaderWidth, view.width),
    top: pull(clientY - view.top, geometry.headerHeight, view.height - geometry.footerHeight),
  };
}

function pull(at: number, start: number, end: number): number {
  const before = start + EDGE - at;
  const after = at - (end - EDGE);
  if (before > 0) return -Math.ceil((Math.min(before, EDGE) / EDGE) * MAX_STEP);
  if (after > 0) return Math.ceil((Math.min(after, EDGE) / EDGE) * MAX_STEP);
  return 0;
}

/** Pixels moved on an edge handle to minutes, in steps of 15; in the day view as wide as they are drawn. */
export const resizeMinutes = (pixels: number, pixelsPerStep = 8): number =>
  Math.round(pixels / pixelsPerStep) * 15;

/** Scroll position at which a span is wholly visible between a sticky start and end; unchanged when it already is. */
export function scrollToShow(
  current: number,
  viewSize: number,
  sticky: { start: number; end: number },
  span: { start: number; size: number },
): number {
  if (span.start < current + sticky.start) return Math.max(0, span.start - sticky.start);
  const past = span.start + span.size - (current + viewSize - sticky.end);
  return past > 0 ? current + past : current;
}
