import { AppError } from '@vaktplan/contracts/errors';
import type { PlanSource } from './plan-source.ts';

/**
 * Throws unless the position exists here: `not_found` (an archived one too, but for a shift that has it already),
 * `position_elsewhere`.
 */
export async function assertPositionHere(
  source: Pick<PlanSource, 'position'>,
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
