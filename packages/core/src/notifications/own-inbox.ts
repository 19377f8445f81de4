import { AppError } from '@vaktplan/contracts/errors';
import { canSomewhere } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

/** The user whose notifications the actor may see: their own and nobody else's. Errors: forbidden. */
export function ownInbox(actor: Actor): string {
  if (actor.kind !== 'user' || !canSomewhere(actor, 'notification:read')) throw new AppError('forbidden');
  return actor.userId;
}
