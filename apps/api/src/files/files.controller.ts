import { Body, Controller, Delete, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateFileSchema,
  FileList,
  FileUpload,
  FileView,
  ListFilesQuerySchema,
  type CreateFile,
  type ListFilesQuery,
} from '@vaktplan/contracts/http/files';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { confirmFile } from '@vaktplan/core/files/confirm-file';
import { createFile } from '@vaktplan/core/files/create-file';
import { removeFile } from '@vaktplan/core/files/remove-file';
import { listFiles } from '@vaktplan/core/files/list-files';
import { Can, KioskOnly } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';

/** Photos of one's own punches, and reading those of others. The content itself goes between browser and object store. */
@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Can('time-entry:read-own')
  @Answers(FileList)
  list(@Context() ctx: Ctx, @Query({ schema: ListFilesQuerySchema }) query: ListFilesQuery) {
    return listFiles(ctx, query, this.services.files);
  }

  @Post()
  @Can('punch:create')
  @Answers(FileUpload, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateFileSchema }) body: CreateFile) {
    return createFile(ctx, body, this.services.files);
  }

  @Post(':id/confirm')
  @Can('punch:create')
  @Answers(FileView)
  confirm(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return confirmFile(ctx, id, this.services.files);
  }

  /** Nobody reads it from now on; the content goes within the hour. */
  @Delete(':id')
  @Can('employee:update')
  @Answers()
  remove(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return removeFile(ctx, id);
  }
}

/** The same for a tablet and the taps on it. */
@ApiTags('files')
@Controller('kiosk/files')
export class KioskFilesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post()
  @KioskOnly()
  @Answers(FileUpload, 201)
  createByKiosk(@Context() ctx: Ctx, @Body({ schema: CreateFileSchema }) body: CreateFile) {
    return createFile(ctx, body, this.services.files);
  }

  @Post(':id/confirm')
  @KioskOnly()
  @Answers(FileView)
  confirmByKiosk(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return confirmFile(ctx, id, this.services.files);
  }
}
