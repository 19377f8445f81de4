import type { Tx } from '../database.ts';

export async function savePin(
  tx: Tx,
  orgId: string,
  pin: { employeeId: string; pinHash: string; setAt: string; setBy: string | null },
): Promise<void> {
  await tx.$client.query({
    name: 'pin_save',
    text: `insert into employee_pins (organization_id, employee_id, pin_hash, set_at, set_by) values ($1, $2, $3, $4, $5)
           on conflict (organization_id, employee_id) do update set pin_hash = excluded.pin_hash, set_at = excluded.set_at, set_by = excluded.set_by`,
    values: [orgId, pin.employeeId, pin.pinHash, pin.setAt, pin.setBy],
  });
}

export async function deletePin(tx: Tx, orgId: string, employeeId: string): Promise<boolean> {
  const { rowCount } = await tx.$client.query({
    name: 'pin_delete',
    text: 'delete from employee_pins where organization_id = $1 and employee_id = $2',
    values: [orgId, employeeId],
  });
  return rowCount === 1;
}

/** When the person's PIN was set; undefined without one. */
export async function pinSetAt(tx: Tx, orgId: string, employeeId: string): Promise<string | undefined> {
  const { rows } = await tx.$client.query<{ setAt: string }>({
    name: 'pin_set_at',
    text: 'select set_at as "setAt" from employee_pins where organization_id = $1 and employee_id = $2',
    values: [orgId, employeeId],
  });
  return rows[0]?.setAt;
}
