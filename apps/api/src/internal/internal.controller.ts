import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EmployeeView } from '@vaktplan/contracts/http/employees';
import { BudgetView } from '@vaktplan/contracts/http/budget';
import { DateRange, Id, withinMaxRange } from '@vaktplan/contracts/primitives';
import { getBudget } from '@vaktplan/core/budget/get-budget';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getEmployee } from '@vaktplan/core/employees/get-employee';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ServiceCan } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { SERVICES, type Services } from '../services.ts';

const ReportQuery = z
  .strictObject({ organizationId: Id, locationId: Id, ...DateRange.shape })
  .refine(...withinMaxRange);
type ReportQuery = z.infer<typeof ReportQuery>;

const WhichOrganization = z.strictObject({ organizationId: Id });
type WhichOrganization = z.infer<typeof WhichOrganization>;

/** Between our own services, by service token, and by certificate where these are set up. Not reachable through the web app or the gateway. */
@ApiExcludeController()
@Controller('internal')
export class InternalController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('health')
  @ServiceCan('read:health')
  health() {
    return { status: 'ok' };
  }

  @Get('employees/:id')
  @ServiceCan('read:employees')
  @Answers(EmployeeView)
  employee(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WhichOrganization }) { organizationId }: WhichOrganization,
    @Req() request: FastifyRequest,
  ): Promise<EmployeeView> {
    return getEmployee(this.ctxOf(request, organizationId), id);
  }

  /** A location's plan against its budget. */
  @Get('reports/budget')
  @ServiceCan('read:reports')
  @Answers(BudgetView)
  budget(
    @Query({ schema: ReportQuery }) { organizationId, ...query }: ReportQuery,
    @Req() request: FastifyRequest,
  ): Promise<BudgetView> {
    return getBudget(this.ctxOf(request, organizationId), query);
  }

  private ctxOf(request: FastifyRequest, organizationId: string): Ctx {
    const { db, now } = this.services;
    const actor = { kind: 'system', name: request.service ?? 'unknown' } as const;
    return { db, now, actor, orgId: organizationId, log: request.child, correlationId: request.id };
  }
}
