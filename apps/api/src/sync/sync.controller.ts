import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SyncPage, SyncQuerySchema, type SyncQuery } from '@vaktplan/contracts/http/sync';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { syncPhone } from '@vaktplan/core/sync/sync-phone';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

/** What the signed-in person's phone keeps, as changes since its cursor. */
@ApiTags('sync')
@Controller('sync')
export class SyncController {
  @Get()
  @Can('organization:read')
  @Header('cache-control', 'no-store')
  @Answers(SyncPage)
  sync(@Context() ctx: Ctx, @Query({ schema: SyncQuerySchema }) query: SyncQuery): Promise<SyncPage> {
    return syncPhone(ctx, query);
  }
}
