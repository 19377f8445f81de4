import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BudgetDays,
  BudgetQuerySchema,
  BudgetView,
  SavedForecasts,
  SavedRevenue,
  SaveForecastsSchema,
  SaveRevenueSchema,
  type BudgetQuery,
  type SaveForecasts,
  type SaveRevenue,
} from '@vaktplan/contracts/http/budget';
import { getBudget } from '@vaktplan/core/budget/get-budget';
import { getBudgetDays } from '@vaktplan/core/budget/get-budget-days';
import { saveForecasts } from '@vaktplan/core/budget/save-forecasts';
import { saveRevenue } from '@vaktplan/core/budget/save-revenue';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('budget')
@Controller('budget')
export class BudgetController {
  @Get()
  @Can('budget:read', 'replica')
  @Answers(BudgetView)
  get(@Context() ctx: Ctx, @Query({ schema: BudgetQuerySchema }) query: BudgetQuery) {
    return getBudget(ctx, query);
  }

  @Get('days')
  @Can('budget:read', 'replica')
  @Answers(BudgetDays)
  days(@Context() ctx: Ctx, @Query({ schema: BudgetQuerySchema }) query: BudgetQuery) {
    return getBudgetDays(ctx, query);
  }

  @Put('forecasts')
  @Can('budget:update')
  @Repeatable()
  @Answers(SavedForecasts)
  saveForecasts(@Context() ctx: Ctx, @Body({ schema: SaveForecastsSchema }) body: SaveForecasts) {
    return saveForecasts(ctx, body);
  }

  @Put('revenue')
  @Can('budget:update')
  @Repeatable()
  @Answers(SavedRevenue)
  saveRevenue(@Context() ctx: Ctx, @Body({ schema: SaveRevenueSchema }) body: SaveRevenue) {
    return saveRevenue(ctx, body);
  }
}
