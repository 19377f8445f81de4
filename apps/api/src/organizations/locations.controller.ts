import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateLocationSchema,
  LocationList,
  LocationView,
  UpdateLocationSchema,
  type CreateLocation,
  type UpdateLocation,
} from '@vaktplan/contracts/http/organizations';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { archiveLocation } from '@vaktplan/core/organizations/archive-location';
import { createLocation } from '@vaktplan/core/organizations/create-location';
import { listLocations } from '@vaktplan/core/organizations/list-locations';
import { updateLocation } from '@vaktplan/core/organizations/update-location';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('organizations')
@Controller('locations')
export class LocationsController {
  @Get()
  @Can('organization:read')
  @Answers(LocationList)
  list(@Context() ctx: Ctx) {
    return listLocations(ctx);
  }

  @Post()
  @Can('location:manage')
  @Repeatable()
  @Answers(LocationView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateLocationSchema }) body: CreateLocation) {
    return createLocation(ctx, body);
  }

  @Patch(':id')
  @Can('location:manage')
  @Answers(LocationView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateLocationSchema }) body: UpdateLocation,
  ) {
    return updateLocation(ctx, id, version, body);
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
    return archiveLocation(ctx, id, version);
  }
}
