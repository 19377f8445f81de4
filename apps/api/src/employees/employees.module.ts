import { Module } from '@nestjs/common';
import { EmployeesController } from './employees.controller.ts';
import { RosterController } from './roster.controller.ts';

@Module({ controllers: [EmployeesController, RosterController] })
export class EmployeesModule {}
