import type { Tx } from '../database.ts';

/** A location's zone and all its departments, archived ones too. */
export async function findLocationDepartments(
  tx: Tx,
  orgId: string,
  locationId: string,
): Promise<{ locationId: string; zone: string; departmentIds: string[] } | undefined> {
  const { rows } = await tx.$client.query<{ locationId: string; zone: string; departmentIds: string[] }>({
    name: 'location_departments',
    text: `select l.id as "locationId", l.zone,
             array(select d.id::text from departments d where d.organization_id = l.organization_id and d.location_id = l.id order by d.id) as "departmentIds"
           from locations l where l.organization_id = $1 and l.id = $2`,
    values: [orgId, locationId],
  });
  return rows[0];
}
