import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { judgePlacement, toPlanShift } from '../findings/judge-placement.ts';
import type { PlanSource } from './plan-source.ts';

/** A shift that comes back as it was: it was accepted once, so only what blocks stands in its way. Errors: as judgePlacement. */
export async function judgeAgain(source: PlanSource, shift: ShiftRow): Promise<void> {
  const { employeeId } = shift;
  if (employeeId === null) return;
  const found = await source.plan(employeeId, shift.localDate);
  judgePlacement(found, toPlanShift({ ...shift, employeeId }));
}
