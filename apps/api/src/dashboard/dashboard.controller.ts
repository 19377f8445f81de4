import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DashboardQuerySchema, DashboardView, type DashboardQuery } from '@vaktplan/contracts/http/dashboard';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getDashboard } from '@vaktplan/core/dashboard/get-dashboard';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  @Get()
  @Can('shift:read-draft', 'replica')
  @Answers(DashboardView)
  get(@Context() ctx: Ctx, @Query({ schema: DashboardQuerySchema }) query: DashboardQuery) {
    return getDashboard(ctx, query);
  }
}
