import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  OrganizationView,
  UpdateOrganizationSchema,
  type UpdateOrganization,
} from '@vaktplan/contracts/http/organizations';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getOrganization } from '@vaktplan/core/organizations/get-organization';
import { updateOrganization } from '@vaktplan/core/organizations/update-organization';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('organizations')
@Controller('organizations/current')
export class OrganizationsController {
  @Get()
  @Can('organization:read')
  @Answers(OrganizationView)
  get(@Context() ctx: Ctx) {
    return getOrganization(ctx);
  }

  @Patch()
  @Can('organization:update')
  @Answers(OrganizationView)
  update(
    @Context() ctx: Ctx,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateOrganizationSchema }) body: UpdateOrganization,
  ) {
    return updateOrganization(ctx, version, body);
  }
}
