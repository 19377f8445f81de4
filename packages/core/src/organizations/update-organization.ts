import { AppError } from '@vaktplan/contracts/errors';
import type { OrganizationView, UpdateOrganization } from '@vaktplan/contracts/http/organizations';
import { lockOrganization, updateOrganizationRow } from '@vaktplan/db/queries/organizations';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { assertZone } from '../time/local-time.rules.ts';
import { presentOrganization } from './organization.presenter.ts';

/**
 * Changes the organisation's name or settings; what is left out stays. `expectedVersion` comes from If-Match.
 * Throws `forbidden`, `version_missing`, `version_conflict`, `unknown_zone`.
 */
export const updateOrganization = (
  ctx: Ctx,
  expectedVersion: number | undefined,
  input: UpdateOrganization,
): Promise<OrganizationView> =>
  transact(ctx, 'organizations.update', async (tx) => {
    const row = await lockOrganization(tx, ctx.orgId);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'organization:update');
    assertVersion(row, expectedVersion, () => presentOrganization(ctx.actor, row));
    if (input.zone !== undefined) assertZone(input.zone);
    const updated = await updateOrganizationRow(tx, ctx.orgId, input);
    await appendEvent(
      tx,
      ctx,
      'organization.updated',
      { type: 'organization', id: ctx.orgId, version: updated.version },
      { organizationId: ctx.orgId },
    );
    return presentOrganization(ctx.actor, updated);
  });
