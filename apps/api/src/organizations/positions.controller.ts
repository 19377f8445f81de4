import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreatePositionSchema,
  PositionList,
  PositionView,
  UpdatePositionSchema,
  type CreatePosition,
  type UpdatePosition,
} from '@vaktplan/contracts/http/organizations';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { archivePosition } from '@vaktplan/core/organizations/archive-position';
import { createPosition } from '@vaktplan/core/organizations/create-position';
import { listPositions } from '@vaktplan/core/organizations/list-positions';
import { updatePosition } from '@vaktplan/core/organizations/update-position';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('organizations')
@Controller('positions')
export class PositionsController {
  @Get()
  @Can('organization:read')
  @Answers(PositionList)
  list(@Context() ctx: Ctx) {
    return listPositions(ctx);
  }

  @Post()
  @Can('location:manage')
  @Repeatable()
  @Answers(PositionView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreatePositionSchema }) body: CreatePosition) {
    return createPosition(ctx, body);
  }

  @Patch(':id')
  @Can('location:manage')
  @Answers(PositionView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdatePositionSchema }) body: UpdatePosition,
  ) {
    return updatePosition(ctx, id, version, body);
  }

  /** Takes it out of use; history keeps it. */
  @Delete(':id')
  @Can('location:manage')
  @Answers()
  archive(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return archivePosition(ctx, id, version);
  }
}
