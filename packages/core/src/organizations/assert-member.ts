import { AppError } from '@vaktplan/contracts/errors';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/** The organisation's structure is for all its members, wherever their role holds. Throws `forbidden`. */
export function assertMember(ctx: Ctx): void {
  if (!canSomewhere(ctx.actor, 'organization:read')) throw new AppError('forbidden');
}
