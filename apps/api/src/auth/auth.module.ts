import { Module } from '@nestjs/common';
import { ClerkWebhookController } from './clerk-webhook.controller.ts';
import { InvitationsController } from './invitations.controller.ts';
import { MeController } from './me.controller.ts';
import { SignUpController } from './sign-up.controller.ts';

@Module({ controllers: [ClerkWebhookController, InvitationsController, MeController, SignUpController] })
export class AuthModule {}
