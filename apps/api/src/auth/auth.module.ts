import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations.controller.ts';
import { MeController } from './me.controller.ts';
import { SignUpController } from './sign-up.controller.ts';

@Module({ controllers: [InvitationsController, MeController, SignUpController] })
export class AuthModule {}
