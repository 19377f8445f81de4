import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  NotificationSettings,
  UpdateNotificationSettingsSchema,
  type UpdateNotificationSettings,
} from '@vaktplan/contracts/http/notification-settings';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { getNotificationSettings } from '@vaktplan/core/notification-settings/get-notification-settings';
import { updateNotificationSettings } from '@vaktplan/core/notification-settings/update-notification-settings';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';

/** How the signed-in person wants to be told. */
@ApiTags('notifications')
@Controller('me/notification-settings')
export class NotificationSettingsController {
  @Get()
  @Can('notification:read')
  @Answers(NotificationSettings)
  get(@Context() ctx: Ctx) {
    return getNotificationSettings(ctx);
  }

  @Patch()
  @Can('notification:read')
  @Answers(NotificationSettings)
  update(
    @Context() ctx: Ctx,
    @Body({ schema: UpdateNotificationSettingsSchema }) body: UpdateNotificationSettings,
  ) {
    return updateNotificationSettings(ctx, body);
  }
}
