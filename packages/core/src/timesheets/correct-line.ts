import { AppError } from '@vaktplan/contracts/errors';
import type { CorrectEntry } from '@vaktplan/contracts/http/timesheet-corrections';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { applyCorrection } from './apply-correction.ts';
import { breaksPaid } from './breaks-paid.ts';
import { correctedTimes } from './corrected-times.rules.ts';
import { loadLineForChange } from './decide-entries.ts';
import { factsOf, presentLine } from './line.presenter.ts';
import { refusalOf } from './review.rules.ts';
import { notingOwnHours } from './own-hours.ts';
import { tellPerson } from './tell.ts';

/**
 * Somebody who approves sets the times of an entry right, also of one that has not ended; the person is told why. What was
 * approved is undecided again. Throws `not_found`, `forbidden`, `own_hours`, `version_missing`, `version_conflict`, `period_locked`,
 * `punch_out_of_order`, and for the times as a proposal does.
 */
export const correctLine = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: CorrectEntry,
): Promise<TimesheetLine> =>
  notingOwnHours(ctx, { subjectType: 'time_entry', subjectId: id, wanted: 'correct' }, () =>
    transact(ctx, 'timesheets.correct', async (tx) => {
      const line = await loadLineForChange(tx, ctx, id);
      assertVersion(line, expectedVersion, () => presentLine(ctx.actor, line));
      const refusal = refusalOf('correct', factsOf(line));
      if (refusal) throw new AppError(refusal);
      const paidOn = await breaksPaid(tx, ctx, line.locationId);
      const times = correctedTimes(input, line.zone, ctx.now().epochMilliseconds, paidOn);
      const correctionId = newId();
      const { employeeId, locationId } = line;
      const { reason } = input;
      const after = await applyCorrection(tx, ctx, {
        employeeId,
        line,
        locationId,
        times,
        reason,
        correctionId,
      });
      await tellPerson(tx, ctx, employeeId, {
        said: { v: 1, what: 'hours_corrected', date: after.localDate, reason },
        dedupeKey: `correction-${correctionId}`,
      });
      return presentLine(ctx.actor, after);
    }),
  );
