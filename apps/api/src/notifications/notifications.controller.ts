import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ListNotificationsQuerySchema,
  NotificationPage,
  NotificationView,
  UnreadCount,
  type ListNotificationsQuery,
} from '@vaktplan/contracts/http/notifications';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { countUnreadNotifications } from '@vaktplan/core/notifications/count-unread';
import { listNotifications } from '@vaktplan/core/notifications/list-notifications';
import { readAllNotifications } from '@vaktplan/core/notifications/read-all-notifications';
import { readNotification } from '@vaktplan/core/notifications/read-notification';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  @Get()
  @Can('notification:read', 'replica')
  @Answers(NotificationPage)
  list(@Context() ctx: Ctx, @Query({ schema: ListNotificationsQuerySchema }) query: ListNotificationsQuery) {
    return listNotifications(ctx, query);
  }

  @Get('unread-count')
  @Can('notification:read', 'replica')
  @Answers(UnreadCount)
  unread(@Context() ctx: Ctx) {
    return countUnreadNotifications(ctx);
  }

  @Post('read-all')
  @Can('notification:read')
  @Answers(UnreadCount)
  readAll(@Context() ctx: Ctx) {
    return readAllNotifications(ctx);
  }

  @Post(':id/read')
  @Can('notification:read')
  @Answers(NotificationView)
  read(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return readNotification(ctx, id);
  }
}
