import { Module } from '@nestjs/common';
import { BudgetController } from './budget.controller.ts';

@Module({ controllers: [BudgetController] })
export class BudgetModule {}
