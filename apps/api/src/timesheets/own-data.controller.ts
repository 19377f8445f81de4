import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ExportOwnDataQuerySchema,
  OwnDataView,
  type ExportOwnDataQuery,
} from '@vaktplan/contracts/http/privacy';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { exportOwnData } from '@vaktplan/core/privacy/export-own-data';
import { getOwnData } from '@vaktplan/core/privacy/get-own-data';
import { answerFile, AnswersFile } from '../exports/answer-file.ts';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('privacy')
@Controller('own-data')
export class OwnDataController {
  /** All that is stored about the caller. */
  @Get()
  @Can('own-data:export', 'replica')
  @Answers(OwnDataView)
  get(@Context() ctx: Ctx) {
    return getOwnData(ctx);
  }

  @Get('export')
  @Can('own-data:export', 'replica')
  @AnswersFile()
  async export(
    @Context() ctx: Ctx,
    @Query({ schema: ExportOwnDataQuerySchema }) { format }: ExportOwnDataQuery,
  ) {
    return answerFile(format, await exportOwnData(ctx));
  }
}
