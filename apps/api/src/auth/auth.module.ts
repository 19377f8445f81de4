import { Module } from '@nestjs/common';
import { MeController } from './me.controller.ts';
import { SignUpController } from './sign-up.controller.ts';

@Module({ controllers: [MeController, SignUpController] })
export class AuthModule {}
