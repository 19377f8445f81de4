import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TimeView } from '@vaktplan/contracts/http/sync';
import { Public } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { SERVICES, type Services } from '../services.ts';

/** The server's clock, by which a phone knows how far its own is off. */
@ApiTags('sync')
@Controller('time')
export class TimeController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  @Answers(TimeView)
  now(): TimeView {
    return { serverTime: this.services.now().toString() };
  }
}
