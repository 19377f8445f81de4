import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateKioskSchema,
  KioskCode,
  KioskList,
  KioskView,
  ListKiosksQuerySchema,
  PinState,
  SetPinSchema,
  UpdateKioskSchema,
  type CreateKiosk,
  type ListKiosksQuery,
  type SetPin,
  type UpdateKiosk,
} from '@vaktplan/contracts/http/kiosk';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { createKiosk } from '@vaktplan/core/kiosk/create-kiosk';
import { listKiosks } from '@vaktplan/core/kiosk/list-kiosks';
import { renewKioskCode } from '@vaktplan/core/kiosk/renew-kiosk-code';
import { revokeKiosk } from '@vaktplan/core/kiosk/revoke-kiosk';
import { getPinState, removePin, setPin } from '@vaktplan/core/kiosk/set-pin';
import { updateKiosk } from '@vaktplan/core/kiosk/update-kiosk';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';

/** Shared tablets, as their managers see them. */
@ApiTags('kiosk')
@Controller('kiosks')
export class KiosksController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Can('kiosk:manage')
  @Answers(KioskList)
  list(@Context() ctx: Ctx, @Query({ schema: ListKiosksQuerySchema }) query: ListKiosksQuery) {
    return listKiosks(ctx, query);
  }

  /** Answers with the one-time code for the tablet, which is never told again. */
  @Post()
  @Can('kiosk:manage')
  @Answers(KioskCode, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateKioskSchema }) body: CreateKiosk) {
    return createKiosk(ctx, body, this.services.env.PIN_SECRET);
  }

  @Patch(':id')
  @Can('kiosk:manage')
  @Answers(KioskView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateKioskSchema }) body: UpdateKiosk,
  ) {
    return updateKiosk(ctx, id, version, body);
  }

  /** Another one-time code, for a new tablet. The one in use goes on until that is typed. */
  @Post(':id/code')
  @Can('kiosk:manage')
  @Answers(KioskCode)
  renewCode(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return renewKioskCode(ctx, id, this.services.env.PIN_SECRET);
  }

  /** Revokes it at once, whatever its version. */
  @Delete(':id')
  @Can('kiosk:manage')
  @Answers()
  revoke(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return revokeKiosk(ctx, id);
  }
}

/** The PIN a person types on tablets. */
@ApiTags('kiosk')
@Controller('employees/:id/pin')
export class PinsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Can('employee:update')
  @Answers(PinState)
  get(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return getPinState(ctx, id);
  }

  @Put()
  @Can('employee:update')
  @Answers(PinState)
  set(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetPinSchema }) { pin }: SetPin,
  ) {
    return setPin(ctx, id, pin, this.services.env.PIN_SECRET);
  }

  @Delete()
  @Can('employee:update')
  @Answers()
  remove(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return removePin(ctx, id);
  }
}
