import { AppError } from '@vaktplan/contracts/errors';
import type { PinState } from '@vaktplan/contracts/http/kiosk';
import type { Tx } from '@vaktplan/db/database';
import { deletePin, pinSetAt, savePin } from '@vaktplan/db/queries/employee-pins';
import { findEmployee, lockEmployee } from '@vaktplan/db/queries/employees';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { authorizeAtAny } from '../employees/employee.policy.ts';
import { pinHash } from './pin-hash.ts';

/**
 * Gives a person a new PIN; it is never told again. An Idempotency-Key is not heard: beside the answer it would keep a
 * plain hash of the PIN. Errors: not_found, forbidden, employee_inactive.
 */
export const setPin = (ctx: Ctx, employeeId: string, pin: string, pinSecret: string): Promise<PinState> =>
  transact({ ...ctx, idempotency: undefined }, 'kiosk.setPin', async (tx) => {
    const row = await lockChangeable(tx, ctx, employeeId);
    if (row.status === 'deactivated') throw new AppError('employee_inactive');
    const setAt = ctx.now().toString();
    const hash = pinHash(pinSecret, ctx.orgId, employeeId, pin);
    await savePin(tx, ctx.orgId, { employeeId, pinHash: hash, setAt, setBy: userIdOf(ctx.actor) });
    await announce(tx, ctx, employeeId, row.version);
    return { isSet: true, setAt };
  });

/** Takes a person's PIN away. Errors: not_found, forbidden. */
export const removePin = (ctx: Ctx, employeeId: string): Promise<void> =>
  transact(ctx, 'kiosk.removePin', async (tx) => {
    const row = await lockChangeable(tx, ctx, employeeId);
    if (await deletePin(tx, ctx.orgId, employeeId)) await announce(tx, ctx, employeeId, row.version);
  });

/** Has the person a PIN, and since when? Errors: not_found, forbidden. */
export const getPinState = (ctx: Ctx, employeeId: string): Promise<PinState> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const row = await findEmployee(tx, ctx.orgId, employeeId, ctx.now().toString());
    if (!row) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:update', row.places);
    const setAt = await pinSetAt(tx, ctx.orgId, employeeId);
    return { isSet: setAt !== undefined, setAt: setAt ?? null };
  });

async function lockChangeable(tx: Tx, ctx: Ctx, employeeId: string) {
  const row = await lockEmployee(tx, ctx.orgId, employeeId, ctx.now().toString());
  if (!row) throw new AppError('not_found');
  authorizeAtAny(ctx.actor, 'employee:update', row.places);
  return row;
}

const announce = (tx: Tx, ctx: Ctx, employeeId: string, version: number): Promise<string> =>
  appendEvent(tx, ctx, 'employee.pinChanged', { type: 'employee', id: employeeId, version }, { employeeId });
