import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CreateKiosk, KioskCode } from '@vaktplan/contracts/http/kiosk';
import { insertKiosk } from '@vaktplan/db/queries/kiosks';
import { findLocation } from '@vaktplan/db/queries/locations';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertDepartmentsOf } from './assert-departments.ts';
import { CODE_MINUTES, kioskCodeHash, newKioskCode } from './kiosk-code.ts';
import { announceKiosk } from './kiosk.events.ts';
import { presentKiosk } from './kiosk.presenter.ts';

/**
 * A new kiosk with the one-time code that enrols its tablet, good for 15 minutes. The code is told here and nowhere else,
 * so an Idempotency-Key is not heard: a stored answer would keep it.
 * Errors: not_found (location, department), forbidden, validation_failed, name_taken.
 */
export const createKiosk = (ctx: Ctx, input: CreateKiosk, pinSecret: string): Promise<KioskCode> =>
  transact({ ...ctx, idempotency: undefined }, 'kiosk.create', async (tx) => {
    const location = await findLocation(tx, ctx.orgId, input.locationId);
    if (!location) throw new AppError('not_found');
    authorize(ctx.actor, 'kiosk:manage', { locationId: location.id });
    const { departmentIds = [], identification = 'name_and_pin', photo = 'off', unscheduled = true } = input;
    await assertDepartmentsOf(tx, ctx, location.id, departmentIds);
    const code = newKioskCode();
    const expiresAt = ctx.now().add({ minutes: CODE_MINUTES }).toString();
    const row = await insertKiosk(tx, ctx.orgId, {
      id: uuidv7(),
      locationId: location.id,
      name: input.name,
      departmentIds,
      identification,
      photo,
      unscheduled,
      codeHash: kioskCodeHash(pinSecret, code),
      codeExpiresAt: expiresAt,
    });
    await announceKiosk(tx, ctx, 'kiosk.created', row);
    return { kiosk: presentKiosk(ctx.actor, row, ctx.now().epochMilliseconds), code, expiresAt };
  });
