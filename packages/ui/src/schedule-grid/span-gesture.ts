import { type DragElements, labelMark, placeMark } from './drag-layer.tsx';
import { quickAdd } from './edit-actions.ts';
import { readGeometry, scrollOf, type Surface } from './geometry.ts';
import type { GridHost } from './grid-host.ts';
import { cellAt } from './layout.ts';
import type { Gesture } from './pointer-gestures.ts';
import { sameCell } from './grid-state.ts';
import { parseCellKey } from './shift-index.ts';
import { cellIn } from './world.ts';

/** Drags from an empty place over days of one row: the same shift on each of them. */
export function dragDays(host: GridHost, surface: Surface, elements: DragElements, fromKey: string): Gesture {
  const geometry = readGeometry(surface);
  const { days } = host.store.world();
  const from = parseCellKey(fromKey);
  const mark = elements.mark.current!;
  const first = days.indexOf(from.date);
  let last = first;
  const dates = () => days.slice(Math.min(first, last), Math.max(first, last) + 1);
  const show = () => {
    placeMark(mark, host.store.world(), { ...from, date: dates()[0]! }, geometry.offsets, dates().length);
    mark.dataset.verdict = 'ok';
    labelMark(mark, host.format().say('plusDays', { count: dates().length }));
  };
  show();
  return {
    move: (x, y) => {
      const middle = geometry.view.top + geometry.headerHeight + 1;
      const cell =
        cellAt(geometry, scrollOf(surface.scroller), x, y) ??
        cellAt(geometry, scrollOf(surface.scroller), x, middle);
      if (!cell || cell.day === last) return;
      last = cell.day;
      show();
    },
    drop: () => {
      mark.hidden = true;
      if (first !== last) quickAdd(host, from, dates());
    },
    cancel: () => {
      mark.hidden = true;
    },
  };
}

/** Shift + drag selects every cell between two corners. */
export function dragSelection(host: GridHost, surface: Surface, fromKey: string): Gesture {
  const geometry = readGeometry(surface);
  const world = host.store.world();
  host.store.send({ type: 'goto', cell: parseCellKey(fromKey) });
  return {
    move: (x, y) => {
      const cell = cellAt(geometry, scrollOf(surface.scroller), x, y);
      if (!cell) return;
      const { active } = host.store.get();
      const to = cellIn(world, cell.row, world.days[cell.day]!);
      if (!sameCell(to, active)) host.store.send({ type: 'extend', cell: to });
    },
    drop: () => undefined,
    cancel: () => host.store.send({ type: 'deselect' }),
  };
}
