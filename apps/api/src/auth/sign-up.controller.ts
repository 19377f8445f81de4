import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { AppError } from '@vaktplan/contracts/errors';
import {
  type CreateOrganization,
  CreateOrganizationSchema,
  OrganizationView,
} from '@vaktplan/contracts/http/organizations';
import { createOrganization } from '@vaktplan/core/organizations/create-organization';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { idempotencyOf } from '../http/idempotency.ts';
import { SignedInCaller } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';
import { linkOrganization } from './clerk-sync.ts';
import { findAccount } from './find-account.ts';
import type { Caller } from './identify.ts';
import { switchOrganization } from './organization-of.ts';

/** Sign-up's second step: the account is there, now its organisation. */
@Controller('organizations')
export class SignUpController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post()
  @SignedIn()
  @Repeatable()
  @Answers(OrganizationView, 201)
  async create(
    @SignedInCaller() caller: Caller,
    @Body({ schema: CreateOrganizationSchema }) body: CreateOrganization,
    @Req() request: FastifyRequest,
  ): Promise<OrganizationView> {
    const { db, now, nudge, authPool } = this.services;
    const account = await findAccount(authPool, caller.userId);
    if (!account) throw new AppError('unauthenticated');
    const user = { userId: account.id, userName: account.name, email: account.email };
    const asked = { log: request.child, correlationId: request.id, idempotency: idempotencyOf(request) };
    const organization = await createOrganization({ db, now, nudge, ...asked, ...user }, body);
    if (caller.sessionId !== null) {
      await switchOrganization(authPool, { id: caller.sessionId, userId: caller.userId }, organization.id);
    } else if (caller.externalOrganizationId) {
      await linkOrganization(db, organization.id, caller.externalOrganizationId);
    }
    return organization;
  }
}
