import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { RefusedTapView, SettleRefusedTap } from '@vaktplan/contracts/http/refused-taps';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { lockRefusedTap, settleRefusedTapRow, type RefusedTapRow } from '@vaktplan/db/queries/refused-taps';
import { findPerson } from '@vaktplan/db/queries/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { tapOf } from '../time-tracking/record-punch-for.ts';
import { recordTaps } from '../time-tracking/recording/record-taps.ts';
import { isOwnBlocked, notingOwnHours } from '../timesheets/own-hours.ts';
import { tellPerson } from '../timesheets/tell.ts';
import { maySettleTap, presentRefusedTap } from './refused-tap.presenter.ts';

/**
 * Settles a tap that a kiosk could not bring in: counted, it is a punch of the person, at the time and place it was made,
 * and the hours follow from it as if it had come; dismissed, the person is told why. Throws `not_found` (also the
 * employee), `forbidden`, `own_hours`, `version_missing`, `version_conflict`, `already_decided`, and what refuses a punch
 * from a queue (`employee_inactive`, `punch_too_old`, `punch_in_future`).
 */
export const settleRefusedTap = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: SettleRefusedTap,
): Promise<RefusedTapView> =>
  notingOwnHours(ctx, { subjectType: 'refused_tap', subjectId: id, wanted: 'count' }, () =>
    transact(ctx, 'kiosk.settle-refused-tap', async (tx) => {
      const row = await lockRefusedTap(tx, ctx.orgId, id);
      if (!row) throw new AppError('not_found');
      if (!maySettleTap(ctx.actor, row)) throw new AppError('forbidden');
      assertVersion(row, expectedVersion, () => presentRefusedTap(ctx.actor, row));
      if (row.state !== 'open') throw new AppError('already_decided');
      const { reason = null } = input;
      const employeeId = input.count ? (input.employeeId ?? row.employeeId) : row.employeeId;
      if (employeeId && isOwnBlocked(ctx.actor, { ...row, employeeId })) throw new AppError('own_hours');
      const entryId = input.count && employeeId ? await count(tx, ctx, row, employeeId) : null;
      if (!input.count && employeeId) await tell(tx, ctx, row, employeeId, reason ?? '');
      const state = input.count ? 'counted' : 'dismissed';
      const decidedBy = userIdOf(ctx.actor);
      const decidedAt = ctx.now().toString();
      await settleRefusedTapRow(tx, ctx.orgId, id, { state, employeeId, reason, decidedBy, decidedAt });
      const { kind, occurredAt, problem } = row;
      await insertApprovals(tx, ctx.orgId, decidedAt, [
        {
          id: newId(),
          subjectType: entryId ? 'time_entry' : 'refused_tap',
          subjectId: entryId ?? id,
          employeeId,
          step: 'manager',
          decision: input.count ? 'tap_counted' : 'tap_dismissed',
          reason,
          actorId: decidedBy,
          before: { state: 'refused', kind, occurredAt, problem },
          after: { state, kind, occurredAt, tapId: id },
        },
      ]);
      const after = (await lockRefusedTap(tx, ctx.orgId, id)) as RefusedTapRow;
      return presentRefusedTap(ctx.actor, after);
    }),
  );

/** Records the punch; gives the entry that holds it, if its day is not locked. */
async function count(tx: Tx, ctx: Ctx, row: RefusedTapRow, employeeId: string): Promise<string | null> {
  const person = await findPerson(tx, ctx.orgId, employeeId);
  const departmentIds = person?.places.map((place) => place.departmentId) ?? [];
  if (!person || !maySettleTap(ctx.actor, { ...row, departmentIds })) throw new AppError('not_found');
  const { id, kind, occurredAt, kioskId: deviceId, locationId } = row;
  const punch = { id, kind, occurredAt, offline: true, deviceId, locationId };
  const came = {
    employeeId,
    input: punch,
    source: 'kiosk',
    address: null,
    sent: null,
    queued: true,
  } as const;
  const { outcomes, entryOf } = await recordTaps(tx, ctx, [tapOf(ctx, came)]);
  const [outcome] = outcomes;
  if (outcome && 'refusal' in outcome) throw outcome.refusal;
  const found = entryOf(employeeId, id);
  return found && !found.locked ? found.entry.id : null;
}

const dayOfTap = ({ occurredAt, zone }: RefusedTapRow) =>
  localDateOf(Temporal.Instant.from(occurredAt), zone);

const tell = (tx: Tx, ctx: Ctx, row: RefusedTapRow, employeeId: string, reason: string) =>
  tellPerson(tx, ctx, employeeId, {
    said: { v: 1, what: 'tap_dismissed', date: dayOfTap(row), reason },
    dedupeKey: `refused-tap-${row.id}`,
  });
