import type { RefObject } from 'react';
import { afterFrame } from '../after-paint.ts';
import { plannedAt } from './carry-actions.ts';
import type { GridHost } from './grid-host.ts';
import type { Carry } from './grid-state.ts';
import type { CellRef, Verdict } from './types.ts';
import { rowOf } from './world.ts';

const TINTS: Record<Verdict['verdict'], string> = {
  ok: 'color-mix(in oklab, var(--success) 7%, transparent)',
  warn: 'color-mix(in oklab, var(--warning) 14%, transparent)',
  block: 'color-mix(in oklab, var(--danger) 11%, transparent)',
};

/** A whole row coloured by where the carried shifts may lie: one element, one gradient, from verdicts in memory. */
export interface RowTint {
  /** Behind the next frame, as nobody waits for seven verdicts at once. */
  show(host: GridHost, carry: Carry, cell: CellRef, offsets: Float64Array): void;
  hide(): void;
}

export function createRowTint(element: RefObject<HTMLElement | null>): RowTint {
  let shown: readonly unknown[] = [];
  let callOff = (): void => undefined;
  return {
    show: (host, carry, cell, offsets) => {
      const { answer, how, later, shiftIds } = carry;
      const wanted = [rowOf(cell, host.store.world()), answer, how, later, shiftIds, host.index(), offsets];
      // along a row the verdicts of its days stay
      if (wanted.every((each, place) => each === shown[place])) return;
      shown = wanted;
      callOff();
      callOff = afterFrame(() => {
        if (element.current) paintRow(element.current, host, carry, cell, offsets);
      });
    },
    hide: () => {
      callOff();
      shown = [];
      if (element.current) element.current.hidden = true;
    },
  };
}

function paintRow(
  tint: HTMLElement,
  host: GridHost,
  carry: Carry,
  cell: CellRef,
  offsets: Float64Array,
): void {
  const world = host.store.world();
  const row = rowOf(cell, world);
  const verdicts = world.days.map((date) => plannedAt(host, carry, { ...cell, date }).verdict.verdict);
  tint.dataset.verdicts = verdicts.join(' ');
  tint.style.background = gradientOf(verdicts, document.documentElement.dir === 'rtl');
  tint.style.height = `${offsets[row + 1]! - offsets[row]!}px`;
  tint.style.transform = `translate3d(0, ${offsets[row]!}px, 0)`;
  tint.hidden = false;
  layOutNow(tint);
}

/** Else the next frame begins with this layout, before the pointer is asked. */
export const layOutNow = (element: HTMLElement): void => void element.getBoundingClientRect();

function gradientOf(verdicts: readonly Verdict['verdict'][], rtl: boolean): string {
  const share = 100 / verdicts.length;
  const stops = verdicts.map((verdict, i) => `${TINTS[verdict]} ${share * i}% ${share * (i + 1)}%`);
  return `linear-gradient(to ${rtl ? 'left' : 'right'}, ${stops.join(', ')})`;
}
