import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { TimesheetSettingsView, UpdateTimesheetSettings } from '@vaktplan/contracts/http/pay-periods';
import { newId } from '@vaktplan/platform/new-id';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { deleteUntouchedPeriods } from '@vaktplan/db/queries/pay-periods';
import { lockTimesheetSettings, updateTimesheetSettingsRow } from '@vaktplan/db/queries/timesheet-settings';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { organizationToday } from '../employees/organization-today.ts';
import { presentSettings } from './get-timesheet-settings.ts';

const LAST_DAY_OF_EVERY_MONTH = 28;

/**
 * Changes the settings; what is left out stays. Another calendar holds after the present period and those that somebody
 * has used: what begins later and is untouched gives way. Throws `forbidden`, `version_missing`, `version_conflict`,
 * `validation_failed` (a month cannot begin after its 28th).
 */
export const updateTimesheetSettings = (
  ctx: Ctx,
  expectedVersion: number | undefined,
  input: UpdateTimesheetSettings,
): Promise<TimesheetSettingsView> =>
  transact(ctx, 'timesheet-settings.update', async (tx) => {
    authorize(ctx.actor, 'timesheet-settings:update');
    const row = await lockTimesheetSettings(tx, ctx.orgId, 'update');
    assertVersion(row, expectedVersion, () => presentSettings(ctx.actor, row));
    const { version: _, ...before } = row;
    const wanted = { ...before, ...input };
    const day = Temporal.PlainDate.from(wanted.anchor).day;
    if (wanted.frequency === 'monthly' && day > LAST_DAY_OF_EVERY_MONTH) {
      throw new AppError('validation_failed', {
        errors: [{ path: 'anchor', message: 'Choose a day that every month has: the 28th or before' }],
      });
    }
    if (wanted.frequency !== row.frequency || wanted.anchor !== row.anchor) {
      await deleteUntouchedPeriods(tx, ctx.orgId, await organizationToday(tx, ctx));
    }
    const updated = await updateTimesheetSettingsRow(tx, ctx.orgId, wanted);
    await insertApprovals(tx, ctx.orgId, ctx.now().toString(), [
      {
        id: newId(),
        subjectType: 'pay_period',
        subjectId: ctx.orgId,
        employeeId: null,
        step: 'settings',
        decision: 'changed',
        reason: null,
        actorId: userIdOf(ctx.actor),
        before,
        after: wanted,
      },
    ]);
    const aggregate = { type: 'timesheetSettings', id: ctx.orgId, version: updated.version };
    await appendEvent(tx, ctx, 'timesheetSettings.updated', aggregate, { organizationId: ctx.orgId });
    return presentSettings(ctx.actor, updated);
  });
