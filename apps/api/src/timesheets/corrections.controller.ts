import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptCorrectionSchema,
  CorrectionList,
  CorrectionView,
  DeclineCorrectionSchema,
  ListCorrectionsQuerySchema,
  ProposeCorrectionSchema,
  type AcceptCorrection,
  type DeclineCorrection,
  type ListCorrectionsQuery,
  type ProposeCorrection,
} from '@vaktplan/contracts/http/timesheet-corrections';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { acceptCorrection } from '@vaktplan/core/timesheets/accept-correction';
import { declineCorrection } from '@vaktplan/core/timesheets/decline-correction';
import { listCorrections } from '@vaktplan/core/timesheets/list-corrections';
import { proposeCorrection } from '@vaktplan/core/timesheets/propose-correction';
import { withdrawCorrection } from '@vaktplan/core/timesheets/withdraw-correction';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('timesheets')
@Controller('timesheet-corrections')
export class CorrectionsController {
  @Get()
  @Can('timesheet:propose')
  @Answers(CorrectionList)
  list(@Context() ctx: Ctx, @Query({ schema: ListCorrectionsQuerySchema }) query: ListCorrectionsQuery) {
    return listCorrections(ctx, query);
  }

  /** Nothing changes until somebody accepts. */
  @Post()
  @Can('timesheet:propose')
  @Repeatable()
  @Answers(CorrectionView, 201)
  propose(@Context() ctx: Ctx, @Body({ schema: ProposeCorrectionSchema }) body: ProposeCorrection) {
    return proposeCorrection(ctx, body);
  }

  /** Corrected facts take the place of the punches; the entry is to be approved anew. */
  @Post(':id/accept')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(CorrectionView)
  accept(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: AcceptCorrectionSchema }) body: AcceptCorrection,
  ) {
    return acceptCorrection(ctx, id, version, body);
  }

  @Post(':id/decline')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(CorrectionView)
  decline(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: DeclineCorrectionSchema }) body: DeclineCorrection,
  ) {
    return declineCorrection(ctx, id, version, body);
  }

  @Post(':id/withdraw')
  @Can('timesheet:propose')
  @Repeatable()
  @Answers(CorrectionView)
  withdraw(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return withdrawCorrection(ctx, id, version);
  }
}
