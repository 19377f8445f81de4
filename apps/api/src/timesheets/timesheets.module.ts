import { Module } from '@nestjs/common';
import { OwnDataController } from './own-data.controller.ts';
import { CorrectionsController } from './corrections.controller.ts';
import { PayPeriodsController } from './pay-periods.controller.ts';
import { SheetHistoryController } from './sheet-history.controller.ts';
import { TimesheetsController } from './timesheets.controller.ts';

@Module({
  controllers: [
    PayPeriodsController,
    TimesheetsController,
    SheetHistoryController,
    CorrectionsController,
    OwnDataController,
  ],
})
export class TimesheetsModule {}
