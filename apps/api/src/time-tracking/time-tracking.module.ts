import { Module } from '@nestjs/common';
import { TimePoliciesController } from './time-policies.controller.ts';
import { TimeEntriesController, TimeTrackingController } from './time-tracking.controller.ts';

@Module({ controllers: [TimeTrackingController, TimeEntriesController, TimePoliciesController] })
export class TimeTrackingModule {}
