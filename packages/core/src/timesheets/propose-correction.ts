import { AppError } from '@vaktplan/contracts/errors';
import type { CorrectionView, ProposeCorrection } from '@vaktplan/contracts/http/timesheet-corrections';
import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { lockLocation } from '@vaktplan/db/queries/locations';
import {
  findCorrection,
  insertCorrection,
  type CorrectionRow,
} from '@vaktplan/db/queries/timesheet-corrections';
import { lockLines, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { authorize, canSomewhere } from '../context/authorize.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { ensurePeriod } from '../pay-periods/ensure-periods.ts';
import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../time/local-time.rules.ts';
import { breaksPaid } from './breaks-paid.ts';
import { correctedTimes } from './corrected-times.rules.ts';
import { announceCorrection, rememberCorrection } from './correction.events.ts';
import { presentCorrection } from './correction.presenter.ts';
import { factsOf, presentLine } from './line.presenter.ts';
import { refusalOf } from './review.rules.ts';
import { tellApprovers } from './tell.ts';

const CLOSED = 'This pay period is closed for proposals. Ask your manager.';

type Subject = { entry: LineRow | null; locationId: string; zone: string };

/**
 * An employee says what the hours ought to be, or that work was never punched; nothing changes until somebody accepts.
 * Throws `no_employee`, `not_found`, `version_conflict` (the entry changed meanwhile), `period_locked`,
 * `correction_pending`, and for the times `end_before_start`, `punch_in_future`, `break_outside_shift`,
 * `local_time_missing`, `local_time_ambiguous`, `validation_failed`.
 */
export const proposeCorrection = (ctx: Ctx, input: ProposeCorrection): Promise<CorrectionView> =>
  transact(ctx, 'timesheets.propose-correction', async (tx) => {
    if (!canSomewhere(ctx.actor, 'timesheet:propose')) authorize(ctx.actor, 'timesheet:propose');
    const employeeId = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
    if (!employeeId) throw new AppError('no_employee');
    const { entry, locationId, zone } = await findSubject(tx, ctx, input, employeeId);
    const paidOn = await breaksPaid(tx, ctx, locationId);
    const requested = correctedTimes(input, zone, ctx.now().epochMilliseconds, paidOn);
    const localDate = entry?.localDate ?? localDateOf(Temporal.Instant.from(requested.startedAt), zone);
    const period = await ensurePeriod(tx, ctx, localDate);
    if (period.state !== 'open') throw new AppError('period_locked', { detail: CLOSED });
    const id = newId();
    await insertCorrection(tx, ctx.orgId, {
      id,
      employeeId,
      entryId: entry?.id ?? null,
      entryVersion: entry?.version ?? null,
      locationId,
      localDate,
      zone,
      before: entry && timesOf(entry),
      requested,
      comment: input.comment,
      proposedBy: userIdOf(ctx.actor),
      createdAt: ctx.now().toString(),
    });
    const row = (await findCorrection(tx, ctx.orgId, id)) as CorrectionRow;
    await rememberCorrection(tx, ctx, row, 'proposed', input.comment);
    await announceCorrection(tx, ctx, row);
    await tellApprovers(tx, ctx, row, {
      said: {
        v: 1,
        what: 'correction_proposed',
        date: localDate,
        name: row.employeeName,
        comment: input.comment,
      },
      dedupeKey: `correction-${id}`,
    });
    return presentCorrection(ctx.actor, row);
  });

/** As it is, for whoever compares it with what is asked for. A break that goes on is none yet. */
const timesOf = ({ startedAt, endedAt, breaks }: LineRow) => ({
  startedAt,
  endedAt,
  breaks: breaks.flatMap((pause) =>
    pause.endedAt === null ? [] : [{ startedAt: pause.startedAt, endedAt: pause.endedAt, paid: pause.paid }],
  ),
});

async function findSubject(tx: Tx, ctx: Ctx, input: ProposeCorrection, employeeId: string): Promise<Subject> {
  const location = input.locationId ? await lockLocation(tx, ctx.orgId, input.locationId) : undefined;
  if (input.locationId && !location) throw new AppError('not_found');
  if (!input.entryId) {
    if (!location) throw new AppError('validation_failed');
    return { entry: null, locationId: location.id, zone: location.zone };
  }
  const [entry] = await lockLines(tx, ctx.orgId, [input.entryId]);
  // somebody else's hours are nothing to know of
  if (entry?.employeeId !== employeeId) throw new AppError('not_found');
  assertVersion(entry, input.entryVersion, () => presentLine(ctx.actor, entry));
  const refusal = refusalOf('propose', factsOf(entry));
  if (refusal) throw new AppError(refusal, refusal === 'period_locked' ? { detail: CLOSED } : {});
  return { entry, locationId: location?.id ?? entry.locationId, zone: location?.zone ?? entry.zone };
}
