import type { Role } from '@vaktplan/contracts/permissions';
import type pg from 'pg';
import type { Tx } from '../database.ts';

export type InvitationRow = {
  organizationId: string;
  id: string;
  employeeId: string;
  email: string;
  role: Role;
  locationId: string | null;
  departmentId: string | null;
  expiresAt: string;
  acceptedAt: string | null;
};

const columns = `organization_id as "organizationId", id, employee_id as "employeeId", email, role,
  location_id as "locationId", department_id as "departmentId", expires_at as "expiresAt", accepted_at as "acceptedAt"`;

/** The one search across organisations: who holds the token need not say where it is from. Needs the auth role's pool. */
export async function findInvitationByToken(
  authPool: pg.Pool,
  tokenHash: string,
): Promise<InvitationRow | undefined> {
  const { rows } = await authPool.query<InvitationRow>({
    name: 'invitation_by_token',
    text: `select ${columns} from invitations where token_hash = $1`,
    values: [tokenHash],
  });
  return rows[0];
}

/** Also one that is used or over; locked until the transaction ends. */
export async function lockInvitation(tx: Tx, orgId: string, id: string): Promise<InvitationRow | undefined> {
  const { rows } = await tx.$client.query<InvitationRow>({
    name: 'invitation_lock',
    text: `select ${columns} from invitations where organization_id = $1 and id = $2 for update`,
    values: [orgId, id],
  });
  return rows[0];
}

export type NewInvitation = Omit<InvitationRow, 'organizationId' | 'acceptedAt'> & { tokenHash: string };

export async function insertInvitation(tx: Tx, orgId: string, invitation: NewInvitation): Promise<void> {
  await tx.$client.query({
    name: 'invitation_insert',
    text: `insert into invitations (organization_id, id, employee_id, email, token_hash, role, location_id, department_id, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      orgId,
      invitation.id,
      invitation.employeeId,
      invitation.email,
      invitation.tokenHash,
      invitation.role,
      invitation.locationId,
      invitation.departmentId,
      invitation.expiresAt,
    ],
  });
}

export async function markInvitationAccepted(tx: Tx, orgId: string, id: string, at: string): Promise<void> {
  await tx.$client.query({
    name: 'invitation_accept',
    text: 'update invitations set accepted_at = $3 where organization_id = $1 and id = $2',
    values: [orgId, id, at],
  });
}

/** Ends all open invitations of the person. */
export async function withdrawInvitations(
  tx: Tx,
  orgId: string,
  employeeId: string,
  at: string,
): Promise<void> {
  await tx.$client.query({
    name: 'invitations_withdraw',
    text: `update invitations set expires_at = $3
           where organization_id = $1 and employee_id = $2 and accepted_at is null and expires_at > $3`,
    values: [orgId, employeeId, at],
  });
}
