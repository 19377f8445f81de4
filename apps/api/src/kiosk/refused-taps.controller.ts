import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  RefusedTapList,
  RefusedTapView,
  SettleRefusedTapSchema,
  type SettleRefusedTap,
} from '@vaktplan/contracts/http/refused-taps';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { listRefusedTaps } from '@vaktplan/core/kiosk/list-refused-taps';
import { settleRefusedTap } from '@vaktplan/core/kiosk/settle-refused-tap';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

/** Taps that waited on a kiosk and were refused when they came. */
@ApiTags('kiosks')
@Controller('refused-taps')
export class RefusedTapsController {
  @Get()
  @Can('timesheet:approve')
  @Answers(RefusedTapList)
  list(@Context() ctx: Ctx) {
    return listRefusedTaps(ctx);
  }

  /** Counted, the tap is a punch of the person; else it is dismissed with a reason. */
  @Post(':id/settle')
  @Can('timesheet:approve')
  @Repeatable()
  @Answers(RefusedTapView)
  settle(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: SettleRefusedTapSchema }) body: SettleRefusedTap,
  ) {
    return settleRefusedTap(ctx, id, version, body);
  }
}
