import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateSkillSchema,
  SkillList,
  SkillView,
  UpdateSkillSchema,
  type CreateSkill,
  type UpdateSkill,
} from '@vaktplan/contracts/http/organizations';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { archiveSkill } from '@vaktplan/core/organizations/archive-skill';
import { createSkill } from '@vaktplan/core/organizations/create-skill';
import { listSkills } from '@vaktplan/core/organizations/list-skills';
import { updateSkill } from '@vaktplan/core/organizations/update-skill';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('organizations')
@Controller('skills')
export class SkillsController {
  @Get()
  @Can('organization:read')
  @Answers(SkillList)
  list(@Context() ctx: Ctx) {
    return listSkills(ctx);
  }

  @Post()
  @Can('location:manage')
  @Repeatable()
  @Answers(SkillView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateSkillSchema }) body: CreateSkill) {
    return createSkill(ctx, body);
  }

  @Patch(':id')
  @Can('location:manage')
  @Answers(SkillView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateSkillSchema }) body: UpdateSkill,
  ) {
    return updateSkill(ctx, id, version, body);
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
    return archiveSkill(ctx, id, version);
  }
}
