import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { findAssignability, findPositionLocation } from '@vaktplan/db/queries/planning';

/** Throws unless the person can be scheduled that day: `not_found`, `employee_inactive`, `outside_contract`. */
export async function assertAssignable(
  tx: Tx,
  orgId: string,
  employeeId: string,
  localDate: string,
): Promise<void> {
  const employee = await findAssignability(tx, orgId, employeeId, localDate);
  if (!employee)
    throw new AppError('not_found', { errors: [{ path: 'employeeId', message: 'No such person' }] });
  if (!employee.active)
    throw new AppError('employee_inactive', {
      errors: [{ path: 'employeeId', message: 'Deactivated on that day' }],
    });
  if (!employee.contracted)
    throw new AppError('outside_contract', {
      errors: [{ path: 'employeeId', message: `No contract on ${localDate}` }],
    });
}

/** Throws unless the position exists here: `not_found`, `position_elsewhere`. */
export async function assertPositionHere(
  tx: Tx,
  orgId: string,
  positionId: string,
  locationId: string,
): Promise<void> {
  const position = await findPositionLocation(tx, orgId, positionId);
  if (!position)
    throw new AppError('not_found', { errors: [{ path: 'positionId', message: 'No such position' }] });
  if (position.locationId !== null && position.locationId !== locationId)
    throw new AppError('position_elsewhere');
}
