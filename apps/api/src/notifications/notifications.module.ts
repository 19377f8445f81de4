import { Module } from '@nestjs/common';
import { NotificationSettingsController } from './notification-settings.controller.ts';
import { NotificationsController } from './notifications.controller.ts';

@Module({ controllers: [NotificationsController, NotificationSettingsController] })
export class NotificationsModule {}
