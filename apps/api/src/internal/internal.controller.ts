import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EmployeeView } from '@vaktplan/contracts/http/employees';
import { Id } from '@vaktplan/contracts/primitives';
import { getEmployee } from '@vaktplan/core/employees/get-employee';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ServiceCan } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { SERVICES, type Services } from '../services.ts';

const WhichOrganization = z.strictObject({ organizationId: Id });
type WhichOrganization = z.infer<typeof WhichOrganization>;

/** Between our own services, by service token. Not reachable through the web app or the gateway. */
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
    const { db, now } = this.services;
    const actor = { kind: 'system', name: request.service ?? 'unknown' } as const;
    const ctx = { db, now, actor, orgId: organizationId, log: request.child, correlationId: request.id };
    return getEmployee(ctx, id);
  }
}
