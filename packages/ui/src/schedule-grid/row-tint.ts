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

/** Colours a whole row by where the carried shifts may lie: one element, one gradient, from verdicts in memory. */
export function paintRow(
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
}

function gradientOf(verdicts: readonly Verdict['verdict'][], rtl: boolean): string {
  const share = 100 / verdicts.length;
  const stops = verdicts.map((verdict, i) => `${TINTS[verdict]} ${share * i}% ${share * (i + 1)}%`);
  return `linear-gradient(to ${rtl ? 'left' : 'right'}, ${stops.join(', ')})`;
}
