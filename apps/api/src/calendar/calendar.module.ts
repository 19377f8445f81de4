import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.ts';
import { CalendarFeedsController } from './calendar-feeds.controller.ts';

@Module({ controllers: [CalendarController, CalendarFeedsController] })
export class CalendarModule {}
