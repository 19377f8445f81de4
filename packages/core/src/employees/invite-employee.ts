import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { EmployeeView, InviteEmployee } from '@vaktplan/contracts/http/employees';
import { lockEmployee, type EmployeeRow } from '@vaktplan/db/queries/employees';
import { updateEmployeeRow } from '@vaktplan/db/queries/employee-writes';
import { insertInvitation, withdrawInvitations } from '@vaktplan/db/queries/invitations';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { announceEmployee } from './announce-employee.ts';
import { authorizeAtAny, isOwner } from './employee.policy.ts';
import { invitationToken, invitationTokenHash } from './invitation-token.ts';

const DAYS_OPEN = 14;

/**
 * Invites an employee by mail to sign in, with a role (left out: employee). Inviting again withdraws the earlier link.
 * `secret` makes the link's token; the mail itself is a reaction to `employee.invited`.
 * Throws `not_found`, `forbidden` (also: a role above employee without role:assign, owner without being one),
 * `validation_failed` (no e-mail, a place without the role manager), `employee_inactive`, `email_taken` (already joined).
 */
export const inviteEmployee = (
  ctx: Ctx,
  id: string,
  input: InviteEmployee,
  secret: string,
): Promise<EmployeeView> =>
  transact(ctx, 'employees.invite', async (tx) => {
    const at = ctx.now();
    const now = at.toString();
    const row = await lockEmployee(tx, ctx.orgId, id, now);
    if (!row) throw new AppError('not_found');
    authorizeAtAny(ctx.actor, 'employee:invite', row.places);
    authorizeRole(ctx, input);
    const email = assertInvitable(row);
    await withdrawInvitations(tx, ctx.orgId, id, now);
    const invitationId = uuidv7();
    await insertInvitation(tx, ctx.orgId, {
      id: invitationId,
      employeeId: id,
      email,
      tokenHash: invitationTokenHash(invitationToken(secret, invitationId)),
      role: input.role ?? 'employee',
      locationId: input.locationId ?? null,
      departmentId: input.departmentId ?? null,
      expiresAt: at.add({ hours: DAYS_OPEN * 24 }).toString(),
    });
    await updateEmployeeRow(tx, ctx.orgId, id, { status: 'invited', invitedAt: now });
    return announceEmployee(tx, ctx, 'employee.invited', { employeeId: id, invitationId });
  });

function authorizeRole(ctx: Ctx, { role = 'employee', locationId, departmentId }: InviteEmployee): void {
  if (role !== 'employee') authorize(ctx.actor, 'role:assign');
  if (role === 'owner' && !isOwner(ctx.actor)) throw new AppError('forbidden');
  if (role !== 'manager' && (locationId || departmentId))
    throw new AppError('validation_failed', {
      errors: [
        {
          path: departmentId ? 'departmentId' : 'locationId',
          message: 'Only the role manager is held at a place',
        },
      ],
    });
}

/** The address to invite. */
function assertInvitable(row: EmployeeRow): string {
  if (row.status === 'deactivated') throw new AppError('employee_inactive');
  if (row.userId) throw new AppError('email_taken', { detail: 'This person has joined already.' });
  if (!row.email)
    throw new AppError('validation_failed', {
      errors: [{ path: 'email', message: 'Add an e-mail address first' }],
    });
  return row.email;
}
