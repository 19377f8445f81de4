import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RosterQuerySchema, RosterView, type RosterQuery } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getRoster } from '@vaktplan/core/roster/get-roster';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('schedules')
@Controller('schedules/roster')
export class RosterController {
  @Get()
  @Can('schedule:read', 'replica')
  @Answers(RosterView)
  get(@Context() ctx: Ctx, @Query({ schema: RosterQuerySchema }) query: RosterQuery) {
    return getRoster(ctx, query);
  }
}
