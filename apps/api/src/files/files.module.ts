import { Module } from '@nestjs/common';
import { FilesController, KioskFilesController } from './files.controller.ts';

@Module({ controllers: [FilesController, KioskFilesController] })
export class FilesModule {}
