import { describe, expect, test } from 'vitest';
import {
  CHIP_GAP,
  CHIP_HEIGHT,
  cellAt,
  edgeScroll,
  type GridGeometry,
  resizeMinutes,
  rowAt,
  rowHeight,
  rowOffsets,
  scrollToShow,
} from './layout.ts';

const offsets = rowOffsets([57, 105, 57, 57]);
const geometry: GridGeometry = {
  view: { left: 100, top: 50, width: 900, height: 400 },
  rtl: false,
  headerHeight: 52,
  footerHeight: 52,
  rowHeaderWidth: 200,
  dayWidth: 100,
  days: 7,
  offsets,
};
const still = { left: 0, top: 0 };

test('a row grows by a chip and a gap for each further shift', () => {
  expect(rowHeight(0)).toBe(rowHeight(1));
  expect(rowHeight(3) - rowHeight(2)).toBe(CHIP_HEIGHT + CHIP_GAP);
});

test.each([
  [-1, -1],
  [0, 0],
  [56, 0],
  [57, 1],
  [161, 1],
  [162, 2],
  [275, 3],
  [276, -1],
])('at %i px lies row %i', (y, row) => {
  expect(rowAt(offsets, y)).toBe(row);
});

test('without rows there is none', () => {
  expect(rowAt(rowOffsets([]), 0)).toBe(-1);
});

describe('the cell under the pointer', () => {
  test.each([
    ['first cell', 301, 103, still, { row: 0, day: 0 }],
    ['last day', 999, 103, still, { row: 0, day: 6 }],
    ['second row', 301, 160, still, { row: 1, day: 0 }],
    ['scrolled down', 301, 103, { left: 0, top: 170 }, { row: 2, day: 0 }],
    ['scrolled across', 301, 103, { left: 250, top: 0 }, { row: 0, day: 2 }],
  ])('%s', (_, x, y, scroll, cell) => {
    expect(cellAt(geometry, scroll, x, y)).toMatchObject(cell);
  });

  test.each([
    ['the row header', 250, 150],
    ['the head', 400, 60],
    ['the totals', 400, 420],
    ['left of the grid', 50, 150],
    ['right of the grid', 1001, 150],
    ['below the last row', 400, 390],
  ])('%s is no cell', (_, x, y) => {
    expect(cellAt(geometry, still, x, y)).toBeNull();
  });

  test('right to left the days begin at the right', () => {
    const rtl = { ...geometry, rtl: true };
    expect(cellAt(rtl, still, 799, 150)).toMatchObject({ day: 0 });
    expect(cellAt(rtl, still, 101, 150)).toMatchObject({ day: 6 });
    expect(cellAt(rtl, still, 900, 150)).toBeNull();
  });

  test('knows its place in the scrolled content', () => {
    expect(cellAt(geometry, still, 450, 160)).toEqual({
      row: 1,
      day: 1,
      x: 300,
      y: 57,
      width: 100,
      height: 105,
    });
  });
});

test.each([
  ['middle', 650, 250, { left: 0, top: 0 }],
  ['at the bottom edge', 650, 398, { left: 0, top: 15 }],
  ['24 px from the bottom', 650, 374, { left: 0, top: 8 }],
  ['at the top edge', 650, 102, { left: 0, top: -15 }],
  ['far below', 650, 900, { left: 0, top: 15 }],
  ['at the right edge', 1000, 250, { left: 15, top: 0 }],
])('edge scrolling: %s', (_, x, y, scroll) => {
  expect(edgeScroll(geometry, x, y)).toEqual(scroll);
});

test.each([
  ['already visible', 100, { start: 200, size: 50 }, 100],
  ['above', 100, { start: 120, size: 50 }, 68],
  ['below', 100, { start: 440, size: 50 }, 142],
  ['at the very top', 100, { start: 20, size: 50 }, 0],
])('scrolling to a row that is %s', (_, current, span, expected) => {
  expect(scrollToShow(current, 400, { start: 52, end: 52 }, span)).toBe(expected);
});

test.each([
  [0, 0],
  [3, 0],
  [4, 15],
  [8, 15],
  [31, 60],
  [-8, -15],
])('%i px of an edge are %i minutes', (pixels, minutes) => {
  expect(resizeMinutes(pixels) + 0).toBe(minutes);
});
