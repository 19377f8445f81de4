import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import {
  ApplyShiftTemplateSchema,
  CreateShiftTemplateSchema,
  ListShiftTemplatesQuerySchema,
  UpdateShiftTemplateSchema,
  ShiftTemplateDetail,
  ShiftTemplateList,
  ShiftTemplateView,
  type ApplyShiftTemplate,
  type CreateShiftTemplate,
  type ListShiftTemplatesQuery,
  type UpdateShiftTemplate,
} from '@vaktplan/contracts/http/shift-templates';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { applyTemplate } from '@vaktplan/core/shift-templates/apply-template';
import { createTemplate } from '@vaktplan/core/shift-templates/create-template';
import { deleteTemplate } from '@vaktplan/core/shift-templates/delete-template';
import { getTemplate } from '@vaktplan/core/shift-templates/get-template';
import { listTemplates } from '@vaktplan/core/shift-templates/list-templates';
import { updateTemplate } from '@vaktplan/core/shift-templates/update-template';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('shift-templates')
@Controller('shift-templates')
export class ShiftTemplatesController {
  @Get()
  @Can('shift:read-draft')
  @Answers(ShiftTemplateList)
  list(
    @Context() ctx: Ctx,
    @Query({ schema: ListShiftTemplatesQuerySchema }) query: ListShiftTemplatesQuery,
  ) {
    return listTemplates(ctx, query);
  }

  @Get(':id')
  @Can('shift:read-draft')
  @Answers(ShiftTemplateDetail)
  get(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return getTemplate(ctx, id);
  }

  @Post()
  @Can('shift:create')
  @Repeatable()
  @Answers(ShiftTemplateView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateShiftTemplateSchema }) body: CreateShiftTemplate) {
    return createTemplate(ctx, body);
  }

  @Patch(':id')
  @Can('shift:create')
  @Answers(ShiftTemplateView)
  rename(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateShiftTemplateSchema }) body: UpdateShiftTemplate,
  ) {
    return updateTemplate(ctx, id, version, body);
  }

  @Delete(':id')
  @Can('shift:create')
  @Answers()
  remove(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return deleteTemplate(ctx, id, version);
  }

  /** Drafts on every day of the range; with `dryRun` only what would become of each shift. */
  @Post(':id/apply')
  @Can('shift:create')
  @Repeatable()
  @Answers(RollOutResult)
  apply(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ApplyShiftTemplateSchema }) body: ApplyShiftTemplate,
  ) {
    return applyTemplate(ctx, id, body);
  }
}
