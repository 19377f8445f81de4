import { AppError } from '@vaktplan/contracts/errors';
import { canSomewhere } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

/** The employee whose clock the actor may use: their own and nobody else's. Errors: forbidden, no_employee. */
export function ownClock(actor: Actor): string {
  if (!canSomewhere(actor, 'punch:create')) throw new AppError('forbidden');
  if (actor.kind !== 'user' || !actor.employeeId) throw new AppError('no_employee');
  return actor.employeeId;
}
