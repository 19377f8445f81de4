import { AppError } from '@vaktplan/contracts/errors';

/** Throws `validation_failed` unless the contract holds at least one day of `[from, to)`. */
export function assertContractDates(contract: { from: string; to: string | null }): void {
  if (contract.to !== null && contract.to <= contract.from)
    throw new AppError('validation_failed', {
      errors: [{ path: 'contract.to', message: 'Must come after the first day' }],
    });
}

type Home = { departmentId: string | null; locationId: string | null };

/** Throws `position_elsewhere` when a position belongs to a location where the person does not work. */
export function assertPositionsFit(
  positions: readonly Home[],
  departments: readonly { locationId: string }[],
): void {
  const locations = new Set(departments.map((department) => department.locationId));
  const stray = positions.findIndex((position) => position.locationId && !locations.has(position.locationId));
  if (stray >= 0)
    throw new AppError('position_elsewhere', {
      errors: [{ path: `positionIds.${stray}`, message: 'Belongs to another location' }],
    });
}
