import type { PlanKey } from '@vaktplan/db/queries/many-shifts';

const keyOf = (shift: PlanKey): string =>
  [
    shift.departmentId,
    shift.positionId,
    shift.employeeId,
    Date.parse(shift.startsAt),
    Date.parse(shift.endsAt),
  ].join('|');

/**
 * Is the same shift there already? Asked once for each that is to be made: of three equal open shifts where one is
 * there, two are new.
 */
export function duplicatesOf(planned: readonly PlanKey[]): (shift: PlanKey) => boolean {
  const left = new Map<string, number>();
  for (const shift of planned) {
    const key = keyOf(shift);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return (shift) => {
    const key = keyOf(shift);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
}
