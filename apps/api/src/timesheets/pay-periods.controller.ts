import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ListPayPeriodsQuerySchema,
  LockPayPeriodSchema,
  PayPeriodList,
  PayPeriodView,
  SetToleranceSchema,
  TimesheetSettingsView,
  ToleranceList,
  ToleranceView,
  UnlockPayPeriodSchema,
  UpdateTimesheetSettingsSchema,
  type ListPayPeriodsQuery,
  type LockPayPeriod,
  type SetTolerance,
  type UnlockPayPeriod,
  type UpdateTimesheetSettings,
} from '@vaktplan/contracts/http/pay-periods';
import { HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { closePayPeriod } from '@vaktplan/core/pay-periods/close-pay-period';
import { getTimesheetSettings } from '@vaktplan/core/pay-periods/get-timesheet-settings';
import { listPayPeriods } from '@vaktplan/core/pay-periods/list-pay-periods';
import { listPeriodHistory } from '@vaktplan/core/pay-periods/list-period-history';
import { listTolerances } from '@vaktplan/core/pay-periods/list-tolerances';
import { lockPayPeriod } from '@vaktplan/core/pay-periods/lock-pay-period';
import { reopenPayPeriod } from '@vaktplan/core/pay-periods/reopen-pay-period';
import { setTolerance } from '@vaktplan/core/pay-periods/set-tolerance';
import { unlockPayPeriod } from '@vaktplan/core/pay-periods/unlock-pay-period';
import { updateTimesheetSettings } from '@vaktplan/core/pay-periods/update-timesheet-settings';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('timesheets')
@Controller('pay-periods')
export class PayPeriodsController {
  @Get()
  @Can('pay-period:read')
  @Answers(PayPeriodList)
  list(@Context() ctx: Ctx, @Query({ schema: ListPayPeriodsQuerySchema }) query: ListPayPeriodsQuery) {
    return listPayPeriods(ctx, query);
  }

  @Get('settings')
  @Can('pay-period:read')
  @Answers(TimesheetSettingsView)
  settings(@Context() ctx: Ctx) {
    return getTimesheetSettings(ctx);
  }

  @Patch('settings')
  @Can('timesheet-settings:update')
  @Answers(TimesheetSettingsView)
  updateSettings(
    @Context() ctx: Ctx,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateTimesheetSettingsSchema }) body: UpdateTimesheetSettings,
  ) {
    return updateTimesheetSettings(ctx, version, body);
  }

  @Get('tolerances')
  @Can('timesheet:approve')
  @Answers(ToleranceList)
  tolerances(@Context() ctx: Ctx) {
    return listTolerances(ctx);
  }

  /** If-Match: "0" for a location that has none of its own yet. */
  @Put('tolerances/:id')
  @Can('timesheet-settings:update')
  @Answers(ToleranceView)
  setTolerance(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: SetToleranceSchema }) body: SetTolerance,
  ) {
    return setTolerance(ctx, id, version, body);
  }

  /** From now on only those who approve change hours in it. */
  @Post(':id/close')
  @Can('pay-period:lock')
  @Repeatable()
  @Answers(PayPeriodView)
  close(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return closePayPeriod(ctx, id, version);
  }

  @Post(':id/reopen')
  @Can('pay-period:lock')
  @Repeatable()
  @Answers(PayPeriodView)
  reopen(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return reopenPayPeriod(ctx, id, version);
  }

  /** From now on nothing in it changes. */
  @Post(':id/lock')
  @Can('pay-period:lock')
  @Repeatable()
  @Answers(PayPeriodView)
  lock(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: LockPayPeriodSchema }) body: LockPayPeriod,
  ) {
    return lockPayPeriod(ctx, id, version, body);
  }

  /** For a while: it locks itself again. */
  @Post(':id/unlock')
  @Can('pay-period:unlock')
  @Repeatable()
  @Answers(PayPeriodView)
  unlock(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UnlockPayPeriodSchema }) body: UnlockPayPeriod,
  ) {
    return unlockPayPeriod(ctx, id, version, body);
  }

  @Get(':id/history')
  @Can('pay-period:lock')
  @Answers(HistoryList)
  history(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return listPeriodHistory(ctx, id);
  }
}
