import type { TimesheetSettingsView } from '@vaktplan/contracts/http/pay-periods';
import { lockTimesheetSettings, type TimesheetSettingsRow } from '@vaktplan/db/queries/timesheet-settings';
import { can } from '../context/authorize.ts';
import type { Actor, Ctx } from '../context/ctx.ts';

export const presentSettings = (actor: Actor, row: TimesheetSettingsRow): TimesheetSettingsView => ({
  ...row,
  abilities: { update: can(actor, 'timesheet-settings:update') },
});

/** The calendar of pay periods and how long what is private is kept; every member may read them. */
export const getTimesheetSettings = (ctx: Ctx): Promise<TimesheetSettingsView> =>
  ctx.db.transaction(ctx.orgId, async (tx) =>
    presentSettings(ctx.actor, await lockTimesheetSettings(tx, ctx.orgId)),
  );
