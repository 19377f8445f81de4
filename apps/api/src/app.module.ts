import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.ts';
import { BoardModule } from './board/board.module.ts';
import { BudgetModule } from './budget/budget.module.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import { DashboardModule } from './dashboard/dashboard.module.ts';
import { DeveloperModule } from './developer/developer.module.ts';
import { DevicesModule } from './devices/devices.module.ts';
import { EmployeesModule } from './employees/employees.module.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { FilesModule } from './files/files.module.ts';
import { FindingsModule } from './findings/findings.module.ts';
import { HealthModule } from './health/health.module.ts';
import { InternalModule } from './internal/internal.module.ts';
import { KioskModule } from './kiosk/kiosk.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { OrganizationsModule } from './organizations/organizations.module.ts';
import { QualificationsModule } from './qualifications/qualifications.module.ts';
import { RealtimeModule } from './realtime/realtime.module.ts';
import { SchedulesModule } from './schedules/schedules.module.ts';
import { ShiftTemplatesModule } from './shift-templates/shift-templates.module.ts';
import { ShiftsModule } from './shifts/shifts.module.ts';
import { SyncModule } from './sync/sync.module.ts';
import { StatusModule } from './status/status.module.ts';
import { TimesheetsModule } from './timesheets/timesheets.module.ts';
import { TimeTrackingModule } from './time-tracking/time-tracking.module.ts';
import { SERVICES, type Services } from './services.ts';

/** Every feature's module is listed here. */
@Module({
  imports: [
    AuthModule,
    BoardModule,
    BudgetModule,
    CalendarModule,
    DashboardModule,
    DeveloperModule,
    DevicesModule,
    EmployeesModule,
    ExportsModule,
    FilesModule,
    FindingsModule,
    HealthModule,
    InternalModule,
    KioskModule,
    NotificationsModule,
    OrganizationsModule,
    QualificationsModule,
    RealtimeModule,
    SchedulesModule,
    ShiftTemplatesModule,
    ShiftsModule,
    StatusModule,
    SyncModule,
    TimesheetsModule,
    TimeTrackingModule,
  ],
})
export class AppModule {
  static with(services: Services): DynamicModule {
    const provided = { provide: SERVICES, useValue: services };
    return { module: AppModule, global: true, providers: [provided], exports: [provided] };
  }
}
