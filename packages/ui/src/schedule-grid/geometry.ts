import { FOOTER_HEIGHT, type GridGeometry, HEADER_HEIGHT, ROW_HEADER_WIDTH, type Scroll } from './layout.ts';

export interface Surface {
  scroller: HTMLElement;
  offsets: Float64Array;
  days: number;
}

/** Asks the document for the grid's place and size: once per gesture. */
export function readGeometry({ scroller, offsets, days }: Surface): GridGeometry {
  const box = scroller.getBoundingClientRect();
  const rtl = isRtl(scroller);
  const width = scroller.clientWidth || box.width;
  const content = scroller.firstElementChild?.getBoundingClientRect().width ?? width;
  return {
    view: {
      left: box.left + scroller.clientLeft,
      top: box.top + scroller.clientTop,
      width,
      height: scroller.clientHeight || box.height,
    },
    rtl,
    headerHeight: HEADER_HEIGHT,
    footerHeight: FOOTER_HEIGHT,
    rowHeaderWidth: ROW_HEADER_WIDTH,
    dayWidth: (Math.max(content, width) - ROW_HEADER_WIDTH) / days,
    days,
    offsets,
  };
}

export const isRtl = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

/** Browsers count `scrollLeft` down from zero in right-to-left pages. */
export const scrollOf = (scroller: HTMLElement): Scroll => ({
  left: Math.abs(scroller.scrollLeft),
  top: scroller.scrollTop,
});
