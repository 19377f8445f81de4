import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.ts';
import { HealthModule } from './health/health.module.ts';
import { SchedulesModule } from './schedules/schedules.module.ts';
import { ShiftsModule } from './shifts/shifts.module.ts';
import { SERVICES, type Services } from './services.ts';

/** Every feature's module is listed here. */
@Module({ imports: [AuthModule, HealthModule, SchedulesModule, ShiftsModule] })
export class AppModule {
  static with(services: Services): DynamicModule {
    const provided = { provide: SERVICES, useValue: services };
    return { module: AppModule, global: true, providers: [provided], exports: [provided] };
  }
}
