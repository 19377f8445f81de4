import { Module } from '@nestjs/common';
import { MailsController } from './mails.controller.ts';

@Module({ controllers: [MailsController] })
export class DeveloperModule {}
