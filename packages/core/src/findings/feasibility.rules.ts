import type { RuleId } from '@vaktplan/contracts/http/findings';
import { gravestOfShift, inOrder } from './evaluate.rules.ts';
import type { PersonFacts, PlannedFact, RuleSettings, RuleWorld } from './facts.rules.ts';

/** Two bits a cell, four cells a byte, the first in the lowest bits. */
export const CELL = { ok: 0, warn: 1, block: 2, unknown: 3 } as const;
export type CellCode = (typeof CELL)[keyof typeof CELL];

/** `[cell, actual, limit]` of the gravest finding there; measures as the rule's unit has them. */
export type Reason = readonly [cell: number, actual: number | null, limit: number | null];
export type Placement = { bits: Uint8Array; reasons: Partial<Record<RuleId, Reason[]>> };

type Placed = { person: PersonFacts; shifts: readonly PlannedFact[] };

/**
 * May the shift lie with each of these people, as it would be on each of these days? `on[i]` is the shift on day i.
 * `away`: shifts that are carried along and stand in nobody's way. Cell = row of the person * days + day.
 */
export function placeShift(
  people: readonly Placed[],
  on: readonly PlannedFact[],
  away: ReadonlySet<string>,
  world: RuleWorld,
): Placement {
  const bits = new Uint8Array(Math.ceil((people.length * on.length) / 4));
  const reasons: Placement['reasons'] = {};
  // what is only good to know stands in nobody's way
  const asked = { ...world, settings: withoutInfo(world.settings) };
  for (const [row, { person, shifts }] of people.entries()) {
    const others = shifts.filter((shift) => !away.has(shift.id)).toSorted(inOrder);
    for (const [column, shift] of on.entries()) {
      const finding = gravestOfShift(person, others, shift, asked);
      if (!finding || finding.severity === 'info') continue;
      const cell = row * on.length + column;
      bits[cell >> 2] = (bits[cell >> 2] as number) | (CELL[finding.severity] << ((cell & 3) * 2));
      (reasons[finding.rule] ??= []).push([cell, finding.actual, finding.limit]);
    }
  }
  return { bits, reasons };
}

const withoutInfo = (settings: RuleSettings): RuleSettings =>
  Object.fromEntries(Object.entries(settings).filter(([, setting]) => setting.severity !== 'info'));

/** The verdict of one cell. */
export const cellAt = (bits: Uint8Array, cell: number): CellCode =>
  (((bits[cell >> 2] ?? 255) >> ((cell & 3) * 2)) & 3) as CellCode;
