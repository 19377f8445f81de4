import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { findDepartments, type DepartmentRow } from '@vaktplan/db/queries/departments';
import { findPositions, type PositionRow } from '@vaktplan/db/queries/positions';

/** Departments and positions of the organisation by id, in the order asked. Throws `not_found` when one is not there. */
export async function findWorkplaces(
  tx: Tx,
  orgId: string,
  departmentIds: readonly string[],
  positionIds: readonly string[],
): Promise<{ departments: DepartmentRow[]; positions: PositionRow[] }> {
  const [departments, positions] = await Promise.all([
    findDepartments(tx, orgId, departmentIds),
    findPositions(tx, orgId, positionIds),
  ]);
  return { departments: inOrder(departments, departmentIds), positions: inOrder(positions, positionIds) };
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new AppError('not_found');
    return row;
  });
}
