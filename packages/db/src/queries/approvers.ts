import type { Tx } from '../database.ts';

/** Logins that manage a location or one of the departments there; owners and admins only where nobody else does. */
export async function listApprovers(
  tx: Tx,
  orgId: string,
  place: { locationId: string; departmentIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await tx.$client.query<{ userId: string; role: string }>({
    name: 'approvers_list',
    text: `select distinct m.user_id as "userId", r.role from role_assignments r
           join memberships m on m.organization_id = r.organization_id and m.id = r.membership_id
           where r.organization_id = $1 and (r.role in ('owner', 'admin') or (r.role = 'manager' and (
             (r.location_id is null and r.department_id is null)
             or (r.department_id is null and r.location_id = $2) or r.department_id = any($3::uuid[]))))`,
    values: [orgId, place.locationId, place.departmentIds],
  });
  const managers = rows.filter((row) => row.role === 'manager');
  return [...new Set((managers.length ? managers : rows).map((row) => row.userId))];
}
