import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExportScheduleQuerySchema, type ExportScheduleQuery } from '@vaktplan/contracts/http/exports';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { exportSchedule } from '@vaktplan/core/schedule-export/export-schedule';
import { Can } from '../http/access.ts';
import { Context } from '../http/parameters.ts';
import { answerFile, AnswersFile } from './answer-file.ts';

@ApiTags('schedules')
@Controller('schedules/export')
export class ExportsController {
  @Get()
  @Can('schedule:read', 'replica')
  @AnswersFile()
  async export(
    @Context() ctx: Ctx,
    @Query({ schema: ExportScheduleQuerySchema }) { format, ...query }: ExportScheduleQuery,
  ) {
    return answerFile(format, await exportSchedule(ctx, query));
  }
}
