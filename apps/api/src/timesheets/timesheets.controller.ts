import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AddEntrySchema,
  AdjustmentList,
  AdjustmentView,
  CorrectEntrySchema,
  HistoryList,
  SettleAdjustmentSchema,
  type AddEntry,
  type CorrectEntry,
  type SettleAdjustment,
} from '@vaktplan/contracts/http/timesheet-corrections';
import {
  ApproveEntriesSchema,
  EntryResults,
  ExportTimesheetsQuerySchema,
  GetTimesheetQuerySchema,
  ListTimesheetLinesQuerySchema,
  RejectEntriesSchema,
  ReopenEntriesSchema,
  TimesheetLine,
  TimesheetLineList,
  TimesheetView,
  type ApproveEntries,
  type ExportTimesheetsQuery,
  type GetTimesheetQuery,
  type ListTimesheetLinesQuery,
  type RejectEntries,
  type ReopenEntries,
} from '@vaktplan/contracts/http/timesheets';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { addLine } from '@vaktplan/core/timesheets/add-line';
import { approveEntries } from '@vaktplan/core/timesheets/approve-entries';
import { correctLine } from '@vaktplan/core/timesheets/correct-line';
import { exportTimesheets } from '@vaktplan/core/timesheets/export-timesheets';
import { getTimesheet } from '@vaktplan/core/timesheets/get-timesheet';
import { listAdjustments } from '@vaktplan/core/timesheets/list-adjustments';
import { listEntryHistory } from '@vaktplan/core/timesheets/list-history';
import { listTimesheetLines } from '@vaktplan/core/timesheets/list-lines';
import { rejectEntries } from '@vaktplan/core/timesheets/reject-entries';
import { reopenEntries } from '@vaktplan/core/timesheets/reopen-entries';
import { settleAdjustment } from '@vaktplan/core/timesheets/settle-adjustment';
import { submitTimesheet } from '@vaktplan/core/timesheets/submit-timesheet';
import { answerFile, AnswersFile } from '../exports/answer-file.ts';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('timesheets')
@Controller('timesheets')
export class TimesheetsController {
  /** One person's pay period around a day: one's own, or of a place where the caller approves. */
  @Get()
  @Can('timesheet:propose', 'replica')
  @Answers(TimesheetView)
  get(@Context() ctx: Ctx, @Query({ schema: GetTimesheetQuerySchema }) query: GetTimesheetQuery) {
    return getTimesheet(ctx, query);
  }

  @Post(':id/submit')
  @Can('timesheet:propose')
  @Repeatable()
  @Answers(TimesheetView)
  submit(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return submitTimesheet(ctx, id, version);
  }

  @Get('export')
  @Can('timesheet:propose', 'replica')
  @AnswersFile()
  async export(
    @Context() ctx: Ctx,
    @Query({ schema: ExportTimesheetsQuerySchema }) { format, ...query }: ExportTimesheetsQuery,
  ) {
    return answerFile(format, await exportTimesheets(ctx, query));
  }

  @Get('lines')
  @Can('timesheet:approve', 'replica')
  @Answers(TimesheetLineList)
  lines(
    @Context() ctx: Ctx,
    @Query({ schema: ListTimesheetLinesQuerySchema }) query: ListTimesheetLinesQuery,
  ) {
    return listTimesheetLines(ctx, query);
  }

  /** Work that somebody never punched: facts of the manager, to be approved like any others. */
  @Post('lines')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(TimesheetLine, 201)
  add(@Context() ctx: Ctx, @Body({ schema: AddEntrySchema }) body: AddEntry) {
    return addLine(ctx, body);
  }

  /** Each entry on its own: the answer says of each whether it is done. */
  @Post('lines/approve')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(EntryResults)
  approve(@Context() ctx: Ctx, @Body({ schema: ApproveEntriesSchema }) body: ApproveEntries) {
    return approveEntries(ctx, body);
  }

  @Post('lines/reject')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(EntryResults)
  reject(@Context() ctx: Ctx, @Body({ schema: RejectEntriesSchema }) body: RejectEntries) {
    return rejectEntries(ctx, body);
  }

  @Post('lines/reopen')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(EntryResults)
  reopen(@Context() ctx: Ctx, @Body({ schema: ReopenEntriesSchema }) body: ReopenEntries) {
    return reopenEntries(ctx, body);
  }

  /** Sets the times right: corrected facts take the place of the punches. */
  @Patch('lines/:id')
  @Can('timesheet:approve')
  @Answers(TimesheetLine)
  correct(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: CorrectEntrySchema }) body: CorrectEntry,
  ) {
    return correctLine(ctx, id, version, body);
  }

  @Get('lines/:id/history')
  @Can('timesheet:propose', 'replica')
  @Answers(HistoryList)
  history(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return listEntryHistory(ctx, id);
  }

  /** What came too late for a locked period. */
  @Get('adjustments')
  @Can('timesheet:approve', 'replica')
  @Answers(AdjustmentList)
  adjustments(@Context() ctx: Ctx) {
    return listAdjustments(ctx);
  }

  @Post('adjustments/:id/settle')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(AdjustmentView)
  settle(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: SettleAdjustmentSchema }) body: SettleAdjustment,
  ) {
    return settleAdjustment(ctx, id, version, body);
  }
}
