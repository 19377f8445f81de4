import { AppError } from '@vaktplan/contracts/errors';
import type { PlanSource } from './plan-source.ts';

/** Throws unless the person can be scheduled that day: `not_found`, `employee_inactive`, `outside_contract`. */
export async function assertAssignable(
  source: PlanSource,
  employeeId: string,
  localDate: string,
): Promise<void> {
  const employee = await source.person(employeeId, localDate);
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

/**
 * Throws unless the position exists here: `not_found` (an archived one too, but for a shift that has it already),
 * `position_elsewhere`.
 */
export async function assertPositionHere(
  source: PlanSource,
  positionId: string,
  locationId: string,
  kept: string | null,
): Promise<void> {
  const position = await source.position(positionId);
  if (!position || (position.archived && positionId !== kept))
    throw new AppError('not_found', { errors: [{ path: 'positionId', message: 'No such position' }] });
  if (position.locationId !== null && position.locationId !== locationId)
    throw new AppError('position_elsewhere');
}
