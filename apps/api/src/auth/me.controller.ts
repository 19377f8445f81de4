import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { AppError } from '@vaktplan/contracts/errors';
import {
  MeView,
  RealtimeTicket,
  type SwitchOrganization,
  SwitchOrganizationSchema,
} from '@vaktplan/contracts/http/me';
import { getMe } from '@vaktplan/core/auth/get-me';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { Can, SignedIn } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context, SignedInCaller } from '../http/parameters.ts';
import { signTicket } from '../realtime/ticket.ts';
import { SERVICES, type Services } from '../services.ts';
import { findAccount } from './find-account.ts';
import type { Caller } from './identify.ts';
import { switchOrganization } from './organization-of.ts';

@Controller()
export class MeController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('me')
  @Can('organization:read')
  @Answers(MeView)
  get(@Context() ctx: Ctx): Promise<MeView> {
    const { authPool, env } = this.services;
    return getMe(ctx, (userId) => findAccount(authPool, userId), env.VAKTPLAN_MODE === 'local');
  }

  /** The next tokens of this session are for the other organisation. */
  @Post('me/organization')
  @SignedIn()
  @Answers()
  async switchOrganization(
    @SignedInCaller() caller: Caller,
    @Body({ schema: SwitchOrganizationSchema }) body: SwitchOrganization,
  ): Promise<void> {
    if (caller.sessionId === null) throw new AppError('forbidden');
    const session = { id: caller.sessionId, userId: caller.userId };
    const isMember = await switchOrganization(this.services.authPool, session, body.organizationId);
    if (!isMember) throw new AppError('not_found');
  }

  @Post('realtime/ticket')
  @Can('organization:read')
  @Answers(RealtimeTicket, 201)
  createTicket(@Context() ctx: Ctx, @SignedInCaller() caller: Caller): Promise<RealtimeTicket> {
    return signTicket(this.services.env, ctx, caller.sessionId);
  }
}
