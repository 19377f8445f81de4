import { Module } from '@nestjs/common';
import { KioskController } from './kiosk.controller.ts';
import { KiosksController, PinsController } from './kiosks.controller.ts';
import { RefusedTapsController } from './refused-taps.controller.ts';

@Module({ controllers: [KiosksController, PinsController, KioskController, RefusedTapsController] })
export class KioskModule {}
