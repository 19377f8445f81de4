import { Module } from '@nestjs/common';
import { QualificationsController } from './qualifications.controller.ts';

@Module({ controllers: [QualificationsController] })
export class QualificationsModule {}
