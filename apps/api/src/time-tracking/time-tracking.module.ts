import { Module } from '@nestjs/common';
import { TimeEntriesController, TimeTrackingController } from './time-tracking.controller.ts';

@Module({ controllers: [TimeTrackingController, TimeEntriesController] })
export class TimeTrackingModule {}
