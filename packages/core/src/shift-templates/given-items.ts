import { AppError } from '@vaktplan/contracts/errors';
import type { TemplateItemInput } from '@vaktplan/contracts/http/shift-templates';
import type { Tx } from '@vaktplan/db/database';
import { findHolders, findPositions } from '@vaktplan/db/queries/planning-many';
import type { Ctx } from '../context/ctx.ts';
import { itemFrom, type TemplateItem } from './template-items.ts';

/**
 * Items as people give them. People and positions must be there; whether they fit is judged when the template is applied.
 * Errors: not_found.
 */
export async function givenItems(
  tx: Tx,
  ctx: Ctx,
  given: readonly TemplateItemInput[],
): Promise<TemplateItem[]> {
  const items = given.map(itemFrom);
  const named = (key: 'positionId' | 'employeeId') => [
    ...new Set(items.flatMap((item) => item[key]?.toLowerCase() ?? [])),
  ];
  const [positions, people] = await Promise.all([
    findPositions(tx, ctx.orgId, named('positionId')),
    findHolders(tx, ctx.orgId, named('employeeId')),
  ]);
  if (positions.length < named('positionId').length || people.length < named('employeeId').length)
    throw new AppError('not_found', {
      errors: [{ path: 'items', message: 'A position or person of an item does not exist' }],
    });
  return items;
}
