import { Module } from '@nestjs/common';
import { SyncController } from './sync.controller.ts';
import { TimeController } from './time.controller.ts';

@Module({ controllers: [SyncController, TimeController] })
export class SyncModule {}
