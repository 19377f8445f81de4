import * as z from 'zod';
import { AppError } from '@vaktplan/contracts/errors';
import type { EmployeePage, ListEmployeesQuery } from '@vaktplan/contracts/http/employees';
import { Id } from '@vaktplan/contracts/primitives';
import { listEmployeeRows, type EmployeeRow } from '@vaktplan/db/queries/employees';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';
import { presentEmployee } from './employee.presenter.ts';

const DEFAULT_PAGE = 100;
const Cursor = z.tuple([z.string(), Id]);

/**
 * A page of employees by name, those of the actor's departments and locations only. `search` looks into name, e-mail
 * and number. Throws `forbidden`, `validation_failed` (cursor).
 */
export async function listEmployees(ctx: Ctx, query: ListEmployeesQuery): Promise<EmployeePage> {
  if (!canSomewhere(ctx.actor, 'employee:read')) throw new AppError('forbidden');
  const { cursor, limit = DEFAULT_PAGE, ...filter } = query;
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const scope = permittedPlaces(ctx.actor, 'employee:read');
  const rows = await ctx.db.transaction(ctx.orgId, (tx) =>
    // one more than asked tells whether there is a next page
    listEmployeeRows(tx, ctx.orgId, ctx.now().toString(), scope, { ...filter, after, limit: limit + 1 }),
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => presentEmployee(ctx.actor, row)),
    meta: { nextCursor: last ? encodeCursor(last) : null },
  };
}

const encodeCursor = (row: EmployeeRow): string =>
  Buffer.from(JSON.stringify([row.sortName, row.id])).toString('base64url');

function decodeCursor(cursor: string): { sortName: string; id: string } {
  try {
    const [sortName, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { sortName, id };
  } catch (cause) {
    throw new AppError('validation_failed', {
      errors: [{ path: 'cursor', message: 'Not a cursor of this list' }],
      cause,
    });
  }
}
