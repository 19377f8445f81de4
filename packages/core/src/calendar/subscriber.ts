import { AppError } from '@vaktplan/contracts/errors';
import type { Ctx, UserActor } from '../context/ctx.ts';

/** Who subscribes: somebody signed in. Throws `forbidden` for anything else. */
export function subscriberOf(ctx: Ctx): UserActor {
  if (ctx.actor.kind !== 'user') throw new AppError('forbidden');
  return ctx.actor;
}
