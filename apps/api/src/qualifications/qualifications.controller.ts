import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  HeldSkillsView,
  ReplaceHeldSkillsSchema,
  ReplaceRequiredSkillsSchema,
  RequiredSkillsView,
  type ReplaceHeldSkills,
  type ReplaceRequiredSkills,
} from '@vaktplan/contracts/http/qualifications';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getHeldSkills } from '@vaktplan/core/qualifications/get-held-skills';
import { getRequiredSkills } from '@vaktplan/core/qualifications/get-required-skills';
import { replaceHeldSkillsOf } from '@vaktplan/core/qualifications/replace-held-skills';
import { replaceRequiredSkillsOf } from '@vaktplan/core/qualifications/replace-required-skills';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

/** Which skills people hold, with issue and expiry, and which ones positions ask for. */
@ApiTags('qualifications')
@Controller()
export class QualificationsController {
  @Get('employees/:id/skills')
  @Can('employee:read')
  @Answers(HeldSkillsView)
  held(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return getHeldSkills(ctx, id);
  }

  @Put('employees/:id/skills')
  @Can('employee:update')
  @Answers(HeldSkillsView)
  replaceHeld(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: ReplaceHeldSkillsSchema }) body: ReplaceHeldSkills,
  ) {
    return replaceHeldSkillsOf(ctx, id, version, body);
  }

  @Get('positions/:id/skills')
  @Can('organization:read')
  @Answers(RequiredSkillsView)
  required(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return getRequiredSkills(ctx, id);
  }

  @Put('positions/:id/skills')
  @Can('location:manage')
  @Answers(RequiredSkillsView)
  replaceRequired(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: ReplaceRequiredSkillsSchema }) body: ReplaceRequiredSkills,
  ) {
    return replaceRequiredSkillsOf(ctx, id, version, body);
  }
}
