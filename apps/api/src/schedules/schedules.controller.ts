import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateScheduleSchema,
  ListSchedulesQuerySchema,
  PublishPreview,
  PublishPreviewSchema,
  PublishResult,
  PublishScheduleSchema,
  ScheduleList,
  ScheduleView,
  UnpublishResult,
  UnpublishScheduleSchema,
  type CreateSchedule,
  type ListSchedulesQuery,
  type PublishPreviewQuery,
  type PublishSchedule,
  type UnpublishSchedule,
} from '@vaktplan/contracts/http/schedules';
import { CopyScheduleSchema, RollOutResult, type CopySchedule } from '@vaktplan/contracts/http/roll-out';
import {
  AsSeenList,
  AsSeenQuerySchema,
  PublicationHistory,
  PublicationHistoryQuerySchema,
  PublishedPeople,
  PublishedPeopleQuerySchema,
  type AsSeenQuery,
  type PublicationHistoryQuery,
  type PublishedPeopleQuery,
} from '@vaktplan/contracts/http/schedule-history';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { copySchedule } from '@vaktplan/core/roll-out/copy-schedule';
import { createSchedule } from '@vaktplan/core/schedules/create-schedule';
import { listAsSeen } from '@vaktplan/core/schedules/list-as-seen';
import { listPublicationHistory } from '@vaktplan/core/schedules/list-publication-history';
import { listPublishedPeople } from '@vaktplan/core/schedules/list-published-people';
import { listSchedules } from '@vaktplan/core/schedules/list-schedules';
import { previewPublish } from '@vaktplan/core/schedules/preview-publish';
import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { unpublishSchedule } from '@vaktplan/core/schedules/unpublish-schedule';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('schedules')
@Controller('schedules')
export class SchedulesController {
  @Get()
  @Can('schedule:read', 'replica')
  @Answers(ScheduleList)
  list(@Context() ctx: Ctx, @Query({ schema: ListSchedulesQuerySchema }) query: ListSchedulesQuery) {
    return listSchedules(ctx, query);
  }

  /** What a person saw at an instant: one's own, or anybody's where one plans. */
  @Get('as-seen')
  @Can('shift:read', 'replica')
  @Answers(AsSeenList)
  asSeen(@Context() ctx: Ctx, @Query({ schema: AsSeenQuerySchema }) query: AsSeenQuery) {
    return listAsSeen(ctx, query);
  }

  /** When a person's view of some days changed, and how. */
  @Get('publications')
  @Can('shift:read', 'replica')
  @Answers(PublicationHistory)
  publications(
    @Context() ctx: Ctx,
    @Query({ schema: PublicationHistoryQuerySchema }) query: PublicationHistoryQuery,
  ) {
    return listPublicationHistory(ctx, query);
  }

  /** For whom there is something to look back at. */
  @Get('publications/people')
  @Can('shift:read-draft', 'replica')
  @Answers(PublishedPeople)
  publishedPeople(
    @Context() ctx: Ctx,
    @Query({ schema: PublishedPeopleQuerySchema }) query: PublishedPeopleQuery,
  ) {
    return listPublishedPeople(ctx, query);
  }

  @Post()
  @Can('shift:create')
  @Repeatable()
  @Answers(ScheduleView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateScheduleSchema }) body: CreateSchedule) {
    return createSchedule(ctx, body);
  }

  /** A POST because a selection of shifts does not fit into an address; it changes nothing. */
  @Post('publish/preview')
  @Can('schedule:publish')
  @Answers(PublishPreview)
  preview(@Context() ctx: Ctx, @Body({ schema: PublishPreviewSchema }) body: PublishPreviewQuery) {
    return previewPublish(ctx, body);
  }

  @Post('publish')
  @Can('schedule:publish')
  @Repeatable()
  @Answers(PublishResult)
  publish(@Context() ctx: Ctx, @Body({ schema: PublishScheduleSchema }) body: PublishSchedule) {
    return publishSchedule(ctx, body);
  }

  @Post('unpublish')
  @Can('schedule:publish')
  @Repeatable()
  @Answers(UnpublishResult)
  unpublish(@Context() ctx: Ctx, @Body({ schema: UnpublishScheduleSchema }) body: UnpublishSchedule) {
    return unpublishSchedule(ctx, body);
  }

  /** The plan of some days on other days, as drafts; with `dryRun` only what would become of each shift. */
  @Post('copy')
  @Can('shift:create')
  @Repeatable()
  @Answers(RollOutResult)
  copy(@Context() ctx: Ctx, @Body({ schema: CopyScheduleSchema }) body: CopySchedule) {
    return copySchedule(ctx, body);
  }
}
