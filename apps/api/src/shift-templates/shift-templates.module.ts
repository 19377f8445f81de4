import { Module } from '@nestjs/common';
import { ShiftTemplatesController } from './shift-templates.controller.ts';

@Module({ controllers: [ShiftTemplatesController] })
export class ShiftTemplatesModule {}
