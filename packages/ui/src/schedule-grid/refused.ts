import { ownerOf, type GridHost } from './grid-host.ts';
import { whatWords } from './announce.ts';

interface Refused {
  id: string;
  /** "Ida, Monday 9 to 17, Barista". */
  what: string;
  reason: string;
}

/** What the last change of several did not change and why, in the order of the change. */
export function refusedOf(host: GridHost): readonly Refused[] {
  return [...host.store.get().refused].flatMap(([id, reason]) => {
    const shift = host.index().byId.get(id);
    if (!shift) return [];
    return { id, what: whatWords(host.format(), [shift], (one) => ownerOf(host, one)), reason };
  });
}

/** Goes to a shift, which stays selected with the others; the first refused one unless it is named. */
export function goToRefused(host: GridHost, refocus: () => void, id = refusedOf(host)[0]?.id): void {
  const shift = host.index().byId.get(id ?? '');
  if (!shift) return;
  const cell = host.index().cellOf(shift);
  const chip = host.index().inCell(cell).indexOf(shift);
  // the grid follows the active cell with its scroll position only while it has the focus
  refocus();
  host.store.send({ type: 'goto', cell, chip: chip < 0 ? null : chip, keep: 'selection' });
}
