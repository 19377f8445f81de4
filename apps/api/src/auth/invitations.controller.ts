import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { AppError } from '@vaktplan/contracts/errors';
import {
  type AcceptInvitation,
  AcceptInvitationSchema,
  InvitationView,
} from '@vaktplan/contracts/http/employees';
import { acceptInvitation } from '@vaktplan/core/employees/accept-invitation';
import { getInvitation, type InvitationDesk } from '@vaktplan/core/employees/get-invitation';
import type { FastifyRequest } from 'fastify';
import { Public } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { SERVICES, type Services } from '../services.ts';
import { joinAccount } from './join-account.ts';
import { countTry } from './sign-in-limits.ts';

const Token = AcceptInvitationSchema.shape.token;

/** The page behind an invitation's link: nobody is signed in, the token in the link is the key. */
@Controller('invitations')
export class InvitationsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get(':token')
  @Public()
  @Answers(InvitationView)
  async get(
    @Param('token', { schema: Token }) token: string,
    @Req() request: FastifyRequest,
  ): Promise<InvitationView> {
    const succeeded = await countTry(this.services, { account: undefined, address: request.ip });
    const invitation = await getInvitation(this.desk(request), token);
    await succeeded();
    return invitation;
  }

  @Post('accept')
  @Public()
  @Answers()
  async accept(
    @Body({ schema: AcceptInvitationSchema }) body: AcceptInvitation,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { auth } = this.services;
    if (!auth) throw new AppError('forbidden');
    const desk = this.desk(request);
    const invitation = await getInvitation(desk, body.token);
    const succeeded = await countTry(this.services, { account: invitation.email, address: request.ip });
    const userId = await joinAccount(auth, invitation, body.password);
    await acceptInvitation(desk, body.token, userId);
    await succeeded();
  }

  private desk(request: FastifyRequest): InvitationDesk {
    const { db, authPool, now, nudge } = this.services;
    return { db, authPool, now, nudge, log: request.child, correlationId: request.id };
  }
}
