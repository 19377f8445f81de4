import { Module } from '@nestjs/common';
import { KioskController } from './kiosk.controller.ts';
import { KiosksController, PinsController } from './kiosks.controller.ts';

@Module({ controllers: [KiosksController, PinsController, KioskController] })
export class KioskModule {}
