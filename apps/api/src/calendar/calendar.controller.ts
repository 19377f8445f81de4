import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { readCalendar } from '@vaktplan/core/calendar/read-calendar';
import type { FastifyReply } from 'fastify';
import { AnswersFile } from '../exports/answer-file.ts';
import { Public } from '../http/access.ts';
import { SharedCounts } from '../http/shared-counts.ts';
import { TooManyRequests } from '../http/too-many-requests.ts';
import { SERVICES, type Services } from '../services.ts';
import { sha256 } from '../sha256.ts';

/** Clients look a few times an hour; more than this of one calendar in a minute is a fault or an attack. */
const PER_MINUTE = 30;
const MINUTE = 60_000;

/** A calendar for a phone or a mail program, which cannot sign in: the token in the address is the key. */
@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  private readonly services: Services;
  private readonly counts: SharedCounts;
  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
    this.counts = new SharedCounts(services.redis);
  }

  @Get(':token')
  @Public()
  @AnswersFile(['text/calendar'])
  @ApiResponse({ status: 304, description: 'As it was, by If-None-Match' })
  async read(
    @Param('token') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const token = file.replace(/\.ics$/i, '');
    this.count(token);
    const { text, etag } = await readCalendar(this.services, token);
    void reply.headers({
      etag,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="shifts.ics"',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow',
    });
    if (!known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) return text;
    void reply.status(304);
    return undefined;
  }

  private count(token: string): void {
    const { current, ttl } = this.counts.add(`vaktplan:limit:calendar:${sha256(token)}`, MINUTE);
    if (current > PER_MINUTE) throw new TooManyRequests(Math.max(1, Math.ceil(ttl / 1000)));
  }
}
