import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Board, BoardQuerySchema, type BoardQuery } from '@vaktplan/contracts/http/board';
import { getBoard } from '@vaktplan/core/board/get-board';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('time-tracking')
@Controller('time-tracking/board')
export class BoardController {
  /** Who is in, on a break, late, missing or expected, now. */
  @Get()
  @Can('time-entry:read', 'replica')
  @Answers(Board)
  get(@Context() ctx: Ctx, @Query({ schema: BoardQuerySchema }) query: BoardQuery) {
    return getBoard(ctx, query);
  }
}
