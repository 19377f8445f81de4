import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EnrollKioskSchema,
  HeartbeatAnswer,
  HeartbeatSchema,
  Identified,
  IdentifySchema,
  KioskPunched,
  KioskPunchSchema,
  KioskScreen,
  KioskToken,
  type EnrollKiosk,
  type Heartbeat,
  type Identify,
  type KioskPunch,
} from '@vaktplan/contracts/http/kiosk';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { enrollKiosk } from '@vaktplan/core/kiosk/enroll-kiosk';
import { getKioskScreen } from '@vaktplan/core/kiosk/get-kiosk-screen';
import { identify } from '@vaktplan/core/kiosk/identify';
import type { PinDesk } from '@vaktplan/core/kiosk/identify-person';
import { noteHeartbeat } from '@vaktplan/core/kiosk/note-heartbeat';
import { recordKioskPunch } from '@vaktplan/core/kiosk/record-kiosk-punch';
import { renewKioskToken } from '@vaktplan/core/kiosk/renew-kiosk-token';
import type { FastifyRequest } from 'fastify';
import { kioskTokenOf } from '../auth/read-kiosk.ts';
import { countTry } from '../auth/sign-in-limits.ts';
import { KioskOnly, Public } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';
import { createPinTries } from './pin-tries.ts';

/** What an enrolled tablet may do, by its own token; and how it becomes one. */
@ApiTags('kiosk')
@Controller('kiosk')
export class KioskController {
  private readonly desk: PinDesk;
  constructor(@Inject(SERVICES) private readonly services: Services) {
    this.desk = { pinSecret: services.env.PIN_SECRET, countTry: createPinTries(services.redis) };
  }

  /** The code is the key: once, within 15 minutes. Wrong ones are counted by address. */
  @Post('enroll')
  @Public()
  @Answers(KioskToken, 201)
  async enroll(
    @Body({ schema: EnrollKioskSchema }) { code }: EnrollKiosk,
    @Req() request: FastifyRequest,
  ): Promise<KioskToken> {
    const { db, authPool, now, nudge, env } = this.services;
    const desk = { db, authPool, now, nudge, log: request.child, correlationId: request.id };
    const succeeded = await countTry(this.services, { account: undefined, address: request.ip });
    const token = await enrollKiosk(desk, code, env.PIN_SECRET);
    await succeeded();
    return { token };
  }

  @Get()
  @KioskOnly()
  @Answers(KioskScreen)
  screen(@Context() ctx: Ctx) {
    return getKioskScreen(ctx, this.services.env.PIN_SECRET);
  }

  @Post('identify')
  @KioskOnly()
  @Answers(Identified)
  identify(@Context() ctx: Ctx, @Body({ schema: IdentifySchema }) body: Identify) {
    return identify(ctx, body, this.desk);
  }

  /** The punch's id is its key: sent again, the first answer comes back. */
  @Post('punches')
  @KioskOnly()
  @Answers(KioskPunched, 201)
  punch(@Context() ctx: Ctx, @Body({ schema: KioskPunchSchema }) body: KioskPunch) {
    return recordKioskPunch(ctx, body, this.desk);
  }

  @Post('heartbeat')
  @KioskOnly()
  @Answers(HeartbeatAnswer)
  heartbeat(@Context() ctx: Ctx, @Body({ schema: HeartbeatSchema }) body: Heartbeat) {
    return noteHeartbeat(ctx, body);
  }

  /** A new token; the one it is asked with stays good until the new one is used. */
  @Post('token')
  @KioskOnly()
  @Answers(KioskToken)
  async renew(@Context() ctx: Ctx, @Req() request: FastifyRequest): Promise<KioskToken> {
    return { token: await renewKioskToken(ctx, kioskTokenOf(request.headers.authorization)) };
  }
}
