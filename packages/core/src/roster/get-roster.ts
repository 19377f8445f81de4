import { AppError } from '@vaktplan/contracts/errors';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { RosterQuery, RosterView } from '@vaktplan/contracts/http/shifts';
import {
  rosterStatements,
  type RosterDepartmentRow,
  type RosterEmployeeRow,
  type RosterLocationRow,
  type RosterPositionRow,
} from '@vaktplan/db/queries/roster';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { presentRosterEmployee } from './roster-employee.presenter.ts';

/**
 * Everything the schedule of a location needs beside its shifts, in one round trip. Contracts and rates are those in
 * force in the range; colleagues who may not read employees there get names and positions only.
 * Throws `not_found`, `forbidden`.
 */
export async function getRoster(ctx: Ctx, query: RosterQuery): Promise<RosterView> {
  const answers = await ctx.db.read(ctx.orgId, rosterStatements(ctx.orgId, query.locationId, query));
  const [[location], departments, positions, employees] = answers as [
    RosterLocationRow[],
    RosterDepartmentRow[],
    RosterPositionRow[],
    RosterEmployeeRow[],
  ];
  if (!location) throw new AppError('not_found');
  const place = { id: location.id, departmentIds: departments.map((department) => department.id) };
  const may = (permission: Permission): boolean => canAtLocation(ctx.actor, permission, place);
  if (!may('schedule:read')) throw new AppError('forbidden');
  const { closedDays, ...shown } = location;
  return {
    location: shown,
    closedDays,
    departments,
    positions,
    employees: employees.map((row) => presentRosterEmployee(ctx.actor, location.id, row)),
    abilities: {
      createShift: may('shift:create'),
      publish: may('schedule:publish'),
      seeCost: may('pay:read'),
    },
  };
}
