import { AppError } from '@vaktplan/contracts/errors';
import type { Ctx, KioskActor } from '../context/ctx.ts';

/** The tablet that asks. Throws `forbidden` for anybody else, however many rights they hold. */
export function kioskOf(ctx: Ctx): KioskActor {
  if (ctx.actor.kind !== 'kiosk') throw new AppError('forbidden');
  return ctx.actor;
}
