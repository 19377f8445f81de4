import { AppError } from '@vaktplan/contracts/errors';
import type { AddEntry } from '@vaktplan/contracts/http/timesheet-corrections';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import type { Tx } from '@vaktplan/db/database';
import { findLocation } from '@vaktplan/db/queries/locations';
import type { LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { findPerson } from '@vaktplan/db/queries/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { mayAddAt } from './add-places.ts';
import { applyCorrection, type Applied } from './apply-correction.ts';
import { breaksPaid } from './breaks-paid.ts';
import { correctedTimes } from './corrected-times.rules.ts';
import { mayApprove, presentLine } from './line.presenter.ts';
import { isOwnBlocked, notingOwnHours } from './own-hours.ts';
import { tellPerson } from './tell.ts';

/**
 * Somebody who approves enters work that the person never punched: facts of the manager, of which the engine makes an
 * entry that is to be approved like any other; the person is told. Throws `not_found` (employee, location), `forbidden`,
 * `own_hours`, `employee_inactive`, `hours_overlap`, `period_locked`, and for the times as a proposal does.
 */
export function addLine(ctx: Ctx, input: AddEntry): Promise<TimesheetLine> {
  const correctionId = newId();
  const { employeeId, locationId, reason = null } = input;
  return notingOwnHours(ctx, { subjectType: 'correction', subjectId: correctionId, wanted: 'add' }, () =>
    transact(ctx, 'timesheets.add', async (tx) => {
      const { zone } = await loadPlace(tx, ctx, input);
      const paidOn = await breaksPaid(tx, ctx, locationId);
      const times = correctedTimes(input, zone, ctx.now().epochMilliseconds, paidOn);
      const line = await apply(tx, ctx, {
        employeeId,
        line: null,
        locationId,
        times,
        reason,
        correctionId,
      });
      // worked in a shift, the hours belong to the shift's department, which may be somebody else's
      if (!mayApprove(ctx.actor, line)) throw new AppError('forbidden');
      await tellPerson(tx, ctx, employeeId, {
        said: { v: 1, what: 'hours_added', date: line.localDate, reason },
        dedupeKey: `correction-${correctionId}`,
      });
      return presentLine(ctx.actor, line);
    }),
  );
}

/** Where it was, if the actor may add hours of that person there. */
async function loadPlace(tx: Tx, ctx: Ctx, { employeeId, locationId }: AddEntry): Promise<{ zone: string }> {
  const person = await findPerson(tx, ctx.orgId, employeeId);
  const location = await findLocation(tx, ctx.orgId, locationId);
  if (!person || !location) throw new AppError('not_found');
  if (!mayAddAt(ctx, person, locationId)) throw new AppError('forbidden');
  if (isOwnBlocked(ctx.actor, { employeeId, ownDecides: person.ownDecides })) throw new AppError('own_hours');
  if (!person.active) throw new AppError('employee_inactive');
  return location;
}

/** Where the facts meet others, they are of hours that are there already. */
async function apply(tx: Tx, ctx: Ctx, applied: Applied): Promise<LineRow> {
  try {
    return await applyCorrection(tx, ctx, applied);
  } catch (error) {
    if (error instanceof AppError && error.code === 'punch_out_of_order') throw new AppError('hours_overlap');
    throw error;
  }
}
