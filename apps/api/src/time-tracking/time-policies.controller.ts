import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateTimePolicySchema,
  ListTimePoliciesQuerySchema,
  TimePolicyList,
  TimePolicyView,
  type CreateTimePolicy,
  type ListTimePoliciesQuery,
} from '@vaktplan/contracts/http/time-policies';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { createTimePolicy } from '@vaktplan/core/time-tracking/create-time-policy';
import { listTimePolicies } from '@vaktplan/core/time-tracking/list-time-policies';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('time-tracking')
@Controller('time-policies')
export class TimePoliciesController {
  /** Past, present and to come. */
  @Get()
  @Can('time-entry:read')
  @Answers(TimePolicyList)
  list(@Context() ctx: Ctx, @Query({ schema: ListTimePoliciesQuerySchema }) query: ListTimePoliciesQuery) {
    return listTimePolicies(ctx, query);
  }

  /** From a day on; earlier days keep the rules they had. */
  @Post()
  @Can('location:manage')
  @Repeatable()
  @Answers(TimePolicyView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateTimePolicySchema }) body: CreateTimePolicy) {
    return createTimePolicy(ctx, body);
  }
}
