import type { Role } from '@vaktplan/contracts/permissions';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.ts';

export type NewGrant = { role: Role; locationId?: string | null; departmentId?: string | null };

/** Makes the user a member (if not one already) and gives the role (if not held already). */
export async function insertMembership(
  tx: Tx,
  orgId: string,
  userId: string,
  grant: NewGrant,
): Promise<void> {
  await tx.$client.query({
    name: 'membership_insert',
    text: 'insert into memberships (organization_id, id, user_id) values ($1, $2, $3) on conflict do nothing',
    values: [orgId, uuidv7(), userId],
  });
  await tx.$client.query({
    name: 'role_insert',
    text: `insert into role_assignments (organization_id, id, membership_id, role, location_id, department_id)
           select $1, $2, m.id, $4, $5, $6 from memberships m where m.organization_id = $1 and m.user_id = $3
           on conflict do nothing`,
    values: [orgId, uuidv7(), userId, grant.role, grant.locationId ?? null, grant.departmentId ?? null],
  });
}

/** Takes all roles away: the next request of any session is refused. */
export async function removeRoles(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.$client.query({
    name: 'roles_remove',
    text: `delete from role_assignments r using memberships m
           where r.organization_id = $1 and m.organization_id = $1 and m.id = r.membership_id and m.user_id = $2`,
    values: [orgId, userId],
  });
}

/** The users who own the organisation. */
export async function listOwners(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ userId: string }>({
    name: 'owners_list',
    text: `select m.user_id as "userId" from role_assignments r
           join memberships m on m.organization_id = r.organization_id and m.id = r.membership_id
           where r.organization_id = $1 and r.role = 'owner'`,
    values: [orgId],
  });
  return rows.map((row) => row.userId);
}
