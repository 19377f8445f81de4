import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateDepartmentSchema,
  DepartmentList,
  DepartmentView,
  UpdateDepartmentSchema,
  type CreateDepartment,
  type UpdateDepartment,
} from '@vaktplan/contracts/http/organizations';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { archiveDepartment } from '@vaktplan/core/organizations/archive-department';
import { createDepartment } from '@vaktplan/core/organizations/create-department';
import { listDepartments } from '@vaktplan/core/organizations/list-departments';
import { updateDepartment } from '@vaktplan/core/organizations/update-department';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('organizations')
@Controller('departments')
export class DepartmentsController {
  @Get()
  @Can('organization:read')
  @Answers(DepartmentList)
  list(@Context() ctx: Ctx) {
    return listDepartments(ctx);
  }

  @Post()
  @Can('location:manage')
  @Repeatable()
  @Answers(DepartmentView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateDepartmentSchema }) body: CreateDepartment) {
    return createDepartment(ctx, body);
  }

  @Patch(':id')
  @Can('location:manage')
  @Answers(DepartmentView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateDepartmentSchema }) body: UpdateDepartment,
  ) {
    return updateDepartment(ctx, id, version, body);
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
    return archiveDepartment(ctx, id, version);
  }
}
