import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { listSheetHistory } from '@vaktplan/core/timesheets/list-sheet-history';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('timesheets')
@Controller('timesheets/:id/history')
export class SheetHistoryController {
  /** Every step of the sheet, its entries, corrections and period, with before and after. */
  @Get()
  @Can('timesheet:propose')
  @Answers(HistoryList)
  list(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return listSheetHistory(ctx, id);
  }
}
