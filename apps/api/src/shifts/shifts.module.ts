import { Module } from '@nestjs/common';
import { ShiftsController } from './shifts.controller.ts';

@Module({ controllers: [ShiftsController] })
export class ShiftsModule {}
