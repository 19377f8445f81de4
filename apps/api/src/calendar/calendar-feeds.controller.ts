import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CalendarFeedList,
  CalendarFeedView,
  CreateCalendarFeedSchema,
  type CreateCalendarFeed,
} from '@vaktplan/contracts/http/calendar-feeds';
import { Id } from '@vaktplan/contracts/primitives';
import type { FeedLinks } from '@vaktplan/core/calendar/calendar-feed.presenter';
import { createCalendarFeed } from '@vaktplan/core/calendar/create-calendar-feed';
import { listCalendarFeeds } from '@vaktplan/core/calendar/list-calendar-feeds';
import { renewCalendarFeed } from '@vaktplan/core/calendar/renew-calendar-feed';
import { revokeCalendarFeed } from '@vaktplan/core/calendar/revoke-calendar-feed';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';

/** One's own subscriptions; the calendars themselves are read without signing in, see CalendarController. */
@ApiTags('calendar')
@Controller('calendar-feeds')
export class CalendarFeedsController {
  private readonly links: FeedLinks;
  constructor(@Inject(SERVICES) { env }: Services) {
    this.links = { secret: env.AUTH_SECRET, webUrl: env.PUBLIC_WEB_URL };
  }

  @Get()
  @Can('schedule:read')
  @Answers(CalendarFeedList)
  list(@Context() ctx: Ctx) {
    return listCalendarFeeds(ctx, this.links);
  }

  @Post()
  @Can('schedule:read')
  @Repeatable()
  @Answers(CalendarFeedView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateCalendarFeedSchema }) body: CreateCalendarFeed) {
    return createCalendarFeed(ctx, body, this.links);
  }

  @Post(':id/renew')
  @Can('schedule:read')
  @Repeatable()
  @Answers(CalendarFeedView)
  renew(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return renewCalendarFeed(ctx, id, this.links);
  }

  @Delete(':id')
  @Can('schedule:read')
  @Answers()
  revoke(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return revokeCalendarFeed(ctx, id);
  }
}
