import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CandidateList,
  CandidatesSchema,
  FeasibilitySchema,
  FeasibilityView,
  FindingList,
  ListFindingsQuerySchema,
  type Candidates,
  type Feasibility,
  type ListFindingsQuery,
} from '@vaktplan/contracts/http/findings';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getFeasibility } from '@vaktplan/core/findings/get-feasibility';
import { listCandidates } from '@vaktplan/core/findings/list-candidates';
import { listFindings } from '@vaktplan/core/findings/list-findings';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('findings')
@Controller()
export class FindingsController {
  @Get('findings')
  @Can('shift:read-draft', 'replica')
  @Answers(FindingList)
  list(@Context() ctx: Ctx, @Query({ schema: ListFindingsQuerySchema }) query: ListFindingsQuery) {
    return listFindings(ctx, query);
  }

  /** Asked once as shifts are picked up; changes nothing. */
  @Post('shifts/feasibility')
  @Can('shift:update')
  @Answers(FeasibilityView)
  feasibility(@Context() ctx: Ctx, @Body({ schema: FeasibilitySchema }) body: Feasibility) {
    return getFeasibility(ctx, body);
  }

  /** Who could work a shift, best first; changes nothing. */
  @Post('shifts/candidates')
  @Can('shift:update')
  @Answers(CandidateList)
  candidates(@Context() ctx: Ctx, @Body({ schema: CandidatesSchema }) body: Candidates) {
    return listCandidates(ctx, body);
  }
}
