import { AppError } from '@vaktplan/contracts/errors';
import type { EventPayload } from '@vaktplan/contracts/events';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import type { Tx } from '@vaktplan/db/database';
import { findEmployee } from '@vaktplan/db/queries/employees';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentEmployee } from './employee.presenter.ts';

type EmployeeEvent = 'employee.created' | 'employee.updated' | 'employee.invited' | 'employee.deactivated';

/** Ends a verb on an employee: says what happened, with the version that its writes led to, and shows the outcome. */
export async function announceEmployee<T extends EmployeeEvent>(
  tx: Tx,
  ctx: Ctx,
  eventType: T,
  payload: EventPayload<T> & { employeeId: string },
): Promise<EmployeeView> {
  const id = payload.employeeId;
  const row = await findEmployee(tx, ctx.orgId, id, ctx.now().toString());
  if (!row) throw new AppError('internal');
  await appendEvent(tx, ctx, eventType, { type: 'employee', id, version: row.version }, payload);
  return presentEmployee(ctx.actor, row);
}
