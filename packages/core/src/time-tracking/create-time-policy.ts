import { AppError } from '@vaktplan/contracts/errors';
import type { CreateTimePolicy, TimePolicyView } from '@vaktplan/contracts/http/time-policies';
import { lockLocation } from '@vaktplan/db/queries/locations';
import { lockOrganization } from '@vaktplan/db/queries/organizations';
import { startPolicy } from '@vaktplan/db/queries/time-policies';
import { newId } from '@vaktplan/platform/new-id';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { localDateOf } from '../time/local-time.rules.ts';

/**
 * Rules of a location, or of the organisation, from a day on; entries of earlier days keep the rules they had.
 * Throws `not_found` (location), `forbidden`, `policy_in_past`.
 */
export const createTimePolicy = (ctx: Ctx, input: CreateTimePolicy): Promise<TimePolicyView> =>
  transact(ctx, 'timePolicies.create', async (tx) => {
    const { locationId, from, settings } = input;
    const place = locationId
      ? await lockLocation(tx, ctx.orgId, locationId)
      : await lockOrganization(tx, ctx.orgId);
    if (!place) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', locationId ? { locationId } : undefined);
    if (from < localDateOf(ctx.now(), place.zone)) throw new AppError('policy_in_past');
    const id = newId();
    await startPolicy(tx, ctx.orgId, { id, locationId, from, settings, createdBy: userIdOf(ctx.actor) });
    const aggregate = { type: 'timePolicy', id, version: 1 };
    await appendEvent(tx, ctx, 'timePolicy.started', aggregate, { policyId: id, locationId, from });
    return { id, locationId, from, until: null, settings, version: 1 };
  });
