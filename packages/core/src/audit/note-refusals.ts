import type { ErrorCode } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { countRefusals } from '@vaktplan/db/queries/refusals';
import { eventOf, insertEvents } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

/** So many of one actor in an hour: enough to see what somebody is at, too few to bury the rest under. */
const MOST_AN_HOUR = 30;

/** What honest people rarely meet and those who try things out do. */
const NOTED: ReadonlySet<ErrorCode> = new Set([
  'forbidden',
  'own_hours',
  'period_locked',
  'already_clocked_in',
  'idempotency_key_reused',
  'break_outside_shift',
  'end_before_start',
  'punch_out_of_order',
  'hours_overlap',
  'punch_in_future',
  'punch_too_old',
  'employee_inactive',
  'outside_geofence',
  'position_mocked',
  'network_not_allowed',
  'source_not_allowed',
  'pin_wrong',
  'pin_locked',
  'kiosk_unscheduled',
]);
export const isWorthNoting = (code: ErrorCode): boolean => NOTED.has(code);

/** `action`: the route or verb; `subjectId`: what or whom it was about. */
export type Refusal = { action: string; code: ErrorCode; subjectId: string | null };

const actorIdOf = ({ actor }: Ctx): string | null =>
  actor.kind === 'user' ? actor.userId : actor.kind === 'kiosk' ? actor.deviceId : null;

/**
 * Puts refused attempts of the context's actor into the audit trail, a bounded number an hour. In the transaction of what was
 * done besides: for refusals that are answers among others.
 */
export async function noteRefusals(tx: Tx, ctx: Ctx, refusals: readonly Refusal[]): Promise<void> {
  const actorId = actorIdOf(ctx);
  if (actorId === null || refusals.length === 0) return;
  const since = ctx.now().subtract({ hours: 1 }).toString();
  const most = MOST_AN_HOUR;
  const room = most - (await countRefusals(tx, ctx.orgId, { actorId, since, most }));
  const aggregate = { type: 'actor', id: actorId, version: 1 };
  const events = refusals
    .slice(0, room)
    .map((refusal, nr) => eventOf(ctx, 'action.refused', aggregate, { ...refusal, last: nr + 1 === room }));
  await insertEvents(tx, ctx.orgId, events);
}

/** The same for one whose transaction is gone. */
export const noteRefusal = (ctx: Ctx, refusal: Refusal): Promise<void> =>
  transact({ ...ctx, idempotency: undefined }, 'audit.noteRefusal', (tx) => noteRefusals(tx, ctx, [refusal]));
