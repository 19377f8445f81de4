import { Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  type ClerkWebhook,
  createClerkWebhookVerifier,
  WebhookRefused,
} from '@vaktplan/adapters/auth/clerk-webhook';
import { AppError } from '@vaktplan/contracts/errors';
import type { FastifyRequest } from 'fastify';
import { Public } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { SERVICES, type Services } from '../services.ts';
import { ClerkDeleted, ClerkMembership, ClerkUser, profileOf } from './clerk.ts';
import { dropAccount, dropMember, keepAccount, keepMember } from './clerk-sync.ts';

/** Clerk tells who came, changed and went. Signed; each event may come several times and in any order. */
@ApiExcludeController()
@Controller('webhooks/clerk')
export class ClerkWebhookController {
  private readonly verify: ReturnType<typeof createClerkWebhookVerifier> | undefined;

  constructor(@Inject(SERVICES) private readonly services: Services) {
    const { AUTH_PROVIDER, CLERK_WEBHOOK_SIGNING_SECRET } = services.env;
    if (AUTH_PROVIDER !== 'clerk' || !CLERK_WEBHOOK_SIGNING_SECRET) return;
    const secrets = CLERK_WEBHOOK_SIGNING_SECRET.split(',').map((one) => one.trim());
    this.verify = createClerkWebhookVerifier({ secrets });
  }

  @Post()
  @Public()
  @Answers()
  async receive(@Req() request: FastifyRequest): Promise<void> {
    if (!this.verify) throw new AppError('not_found');
    const event = this.read(this.verify, request);
    request.child.info({ event: event.type, eventId: event.id }, 'webhook of Clerk');
    await this.apply(event);
  }

  private read(verify: NonNullable<typeof this.verify>, request: FastifyRequest): ClerkWebhook {
    try {
      return verify(request.headers, request.rawBody ?? '');
    } catch (error) {
      if (error instanceof WebhookRefused) throw new AppError('unauthenticated', { cause: error });
      throw error;
    }
  }

  private async apply({ type, data }: ClerkWebhook): Promise<void> {
    if (type === 'user.created' || type === 'user.updated') {
      const profile = profileOf(ClerkUser.parse(data));
      if (profile) await keepAccount(this.services, profile);
    } else if (type === 'user.deleted') {
      await dropAccount(this.services, ClerkDeleted.parse(data).id);
    } else if (type.startsWith('organizationMembership.')) {
      const { role, organization, public_user_data: user } = ClerkMembership.parse(data);
      const member = { userId: user.user_id, organizationId: organization.id };
      if (type.endsWith('.deleted')) await dropMember(this.services, member);
      else await keepMember(this.services, member, role);
    }
  }
}
