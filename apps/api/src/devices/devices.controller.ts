import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DeviceList,
  DeviceView,
  RegisterDeviceSchema,
  type RegisterDevice,
} from '@vaktplan/contracts/http/devices';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { listDevices } from '@vaktplan/core/devices/list-devices';
import { registerDevice } from '@vaktplan/core/devices/register-device';
import { removeDevice } from '@vaktplan/core/devices/remove-device';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

/** The signed-in person's own phones. */
@ApiTags('devices')
@Controller('me/devices')
export class DevicesController {
  @Get()
  @Can('notification:read')
  @Answers(DeviceList)
  list(@Context() ctx: Ctx) {
    return listDevices(ctx);
  }

  @Post()
  @Can('notification:read')
  @Answers(DeviceView, 201)
  register(@Context() ctx: Ctx, @Body({ schema: RegisterDeviceSchema }) body: RegisterDevice) {
    return registerDevice(ctx, body);
  }

  @Delete(':id')
  @Can('notification:read')
  @Answers()
  remove(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string): Promise<void> {
    return removeDevice(ctx, id);
  }
}
