import { Body, Controller, Get, HttpCode, Ip, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AtWorkList,
  AtWorkQuerySchema,
  ClockView,
  CreatePunchBatchSchema,
  CreatePunchSchema,
  ListTimeEntriesQuerySchema,
  PunchBatchResult,
  PunchResult,
  TimeEntryList,
  type AtWorkQuery,
  type CreatePunch,
  type CreatePunchBatch,
  type ListTimeEntriesQuery,
} from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getClock } from '@vaktplan/core/time-tracking/get-clock';
import { listAtWork } from '@vaktplan/core/time-tracking/list-at-work';
import { listTimeEntries } from '@vaktplan/core/time-tracking/list-time-entries';
import { recordPunch } from '@vaktplan/core/time-tracking/record-punch';
import { recordPunchBatch } from '@vaktplan/core/time-tracking/record-punch-batch';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('time-tracking')
@Controller('time-tracking')
export class TimeTrackingController {
  /** The punch's id is its key: sent again, the first answer comes back. */
  @Post('punches')
  @Can('punch:create')
  @Answers(PunchResult, 201)
  punch(@Context() ctx: Ctx, @Body({ schema: CreatePunchSchema }) body: CreatePunch, @Ip() address: string) {
    return recordPunch(ctx, body, address);
  }

  /** What waited on a device, in any order, again or late: an answer for each. */
  @Post('punches/batch')
  @HttpCode(200)
  @Can('punch:create')
  @Answers(PunchBatchResult)
  punches(
    @Context() ctx: Ctx,
    @Body({ schema: CreatePunchBatchSchema }) body: CreatePunchBatch,
    @Ip() address: string,
  ) {
    return recordPunchBatch(ctx, body, address);
  }

  @Get('clock')
  @Can('punch:create')
  @Answers(ClockView)
  clock(@Context() ctx: Ctx) {
    return getClock(ctx);
  }

  @Get('at-work')
  @Can('time-entry:read')
  @Answers(AtWorkList)
  atWork(@Context() ctx: Ctx, @Query({ schema: AtWorkQuerySchema }) query: AtWorkQuery) {
    return listAtWork(ctx, query);
  }
}

@ApiTags('time-tracking')
@Controller('time-entries')
export class TimeEntriesController {
  /** One's own, and those of the places where the caller may read them. */
  @Get()
  @Can('time-entry:read-own')
  @Answers(TimeEntryList)
  list(@Context() ctx: Ctx, @Query({ schema: ListTimeEntriesQuerySchema }) query: ListTimeEntriesQuery) {
    return listTimeEntries(ctx, query);
  }
}
