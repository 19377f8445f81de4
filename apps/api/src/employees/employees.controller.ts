import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateEmployeeSchema,
  DeactivateEmployeeSchema,
  EmployeePage,
  EmployeeView,
  ImportEmployeesSchema,
  ImportResult,
  InviteEmployeeSchema,
  ListEmployeesQuerySchema,
  UpdateEmployeeSchema,
  type CreateEmployee,
  type DeactivateEmployee,
  type ImportEmployees,
  type InviteEmployee,
  type ListEmployeesQuery,
  type UpdateEmployee,
} from '@vaktplan/contracts/http/employees';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { createEmployee } from '@vaktplan/core/employees/create-employee';
import { deactivateEmployee } from '@vaktplan/core/employees/deactivate-employee';
import { getEmployee } from '@vaktplan/core/employees/get-employee';
import { importEmployees } from '@vaktplan/core/employees/import-employees';
import { inviteEmployee } from '@vaktplan/core/employees/invite-employee';
import { listEmployees } from '@vaktplan/core/employees/list-employees';
import { reactivateEmployee } from '@vaktplan/core/employees/reactivate-employee';
import { updateEmployee } from '@vaktplan/core/employees/update-employee';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';

@ApiTags('employees')
@Controller('employees')
export class EmployeesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Can('employee:read', 'replica')
  @Answers(EmployeePage)
  list(@Context() ctx: Ctx, @Query({ schema: ListEmployeesQuerySchema }) query: ListEmployeesQuery) {
    return listEmployees(ctx, query);
  }

  @Get(':id')
  @Can('employee:read', 'replica')
  @Answers(EmployeeView)
  get(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return getEmployee(ctx, id);
  }

  @Post()
  @Can('employee:create')
  @Repeatable()
  @Answers(EmployeeView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateEmployeeSchema }) body: CreateEmployee) {
    return createEmployee(ctx, body);
  }

  @Post('import')
  @Can('employee:create')
  @Repeatable()
  @Answers(ImportResult)
  import(@Context() ctx: Ctx, @Body({ schema: ImportEmployeesSchema }) body: ImportEmployees) {
    return importEmployees(ctx, body);
  }

  @Patch(':id')
  @Can('employee:update')
  @Answers(EmployeeView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateEmployeeSchema }) body: UpdateEmployee,
  ) {
    return updateEmployee(ctx, id, version, body);
  }

  @Post(':id/invite')
  @Can('employee:invite')
  @Repeatable()
  @Answers(EmployeeView)
  invite(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: InviteEmployeeSchema }) body: InviteEmployee,
  ) {
    return inviteEmployee(ctx, id, body, this.services.env.AUTH_SECRET);
  }

  @Post(':id/deactivate')
  @Can('employee:deactivate')
  @Repeatable()
  @Answers(EmployeeView)
  deactivate(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: DeactivateEmployeeSchema }) body: DeactivateEmployee,
  ) {
    return deactivateEmployee(ctx, id, version, body);
  }

  @Post(':id/reactivate')
  @Can('employee:deactivate')
  @Repeatable()
  @Answers(EmployeeView)
  reactivate(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return reactivateEmployee(ctx, id, version);
  }
}
