import { AppError } from '@vaktplan/contracts/errors';
import { lockEmployee } from '@vaktplan/db/queries/employees';
import { lockInvitation, markInvitationAccepted } from '@vaktplan/db/queries/invitations';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertOpen, findOpenInvitation, type InvitationDesk } from './get-invitation.ts';
import { joinEmployee } from './join-employee.ts';

export type AcceptedInvitation = { organizationId: string; employeeId: string; email: string };

/**
 * Binds the login to the employee and gives the role; the login itself is made (or signed in) by the caller. Works once.
 * Throws `invitation_invalid`, `email_taken` when the login is another employee of the organisation already.
 */
export async function acceptInvitation(
  desk: InvitationDesk,
  token: string,
  userId: string,
): Promise<AcceptedInvitation> {
  const found = await findOpenInvitation(desk, token);
  const orgId = found.organizationId;
  const grant = { role: found.role, locationId: found.locationId, departmentId: found.departmentId };
  const ctx: Ctx = {
    db: desk.db,
    orgId,
    actor: { kind: 'user', userId, employeeId: found.employeeId, grants: [grant] },
    now: desk.now,
    log: desk.log,
    correlationId: desk.correlationId,
    nudge: desk.nudge,
  };
  return transact(ctx, 'invitations.accept', async (tx) => {
    const now = ctx.now();
    // employee before invitation: the order in which inviting and deactivating lock
    const employee = await lockEmployee(tx, orgId, found.employeeId, now.toString());
    const invitation = await lockInvitation(tx, orgId, found.id);
    if (!invitation || !employee || employee.status === 'deactivated' || employee.userId)
      throw new AppError('invitation_invalid');
    assertOpen(invitation, now);
    await markInvitationAccepted(tx, orgId, invitation.id, now.toString());
    await joinEmployee(tx, ctx, employee, userId, grant);
    return { organizationId: orgId, employeeId: employee.id, email: invitation.email };
  });
}
