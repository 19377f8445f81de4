import { describe, expect } from 'vitest';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  UpdateNotificationSettingsSchema,
} from '@vaktplan/contracts/http/notification-settings';
import { dbTest } from '@vaktplan/testing/db-test';
import { getNotificationSettings } from './get-notification-settings.ts';
import { updateNotificationSettings } from './update-notification-settings.ts';

describe('notification settings', () => {
  dbTest('what is left out stays, null takes away, each has their own', async ({ ctx, make, foreign }) => {
    expect(await getNotificationSettings(ctx)).toEqual(DEFAULT_NOTIFICATION_SETTINGS);
    const quietHours = { from: '22:00', to: '07:00' };
    await updateNotificationSettings(ctx, {
      quietHours,
      zone: 'Asia/Tokyo',
      pushOff: ['welcome', 'welcome'],
    });
    await updateNotificationSettings(ctx, { reminderMinutes: null, emailOff: ['schedule_published'] });
    const all = { pushOff: ['welcome'], emailOff: ['schedule_published'], quietHours, zone: 'Asia/Tokyo' };
    expect(await getNotificationSettings(ctx)).toEqual({ ...all, reminderMinutes: null });
    await updateNotificationSettings(ctx, { quietHours: null, pushOff: [] });
    expect(await getNotificationSettings(ctx)).toMatchObject({ quietHours: null, pushOff: [] });
    for (const other of [foreign.ctx, make.as(ctx, await make.user('employee'))])
      expect(await getNotificationSettings(other)).toEqual(DEFAULT_NOTIFICATION_SETTINGS);
  });

  dbTest('changes at once are both kept; a zone must exist', async ({ ctx }) => {
    await Promise.all([
      updateNotificationSettings(ctx, { pushOff: ['welcome'] }),
      updateNotificationSettings(ctx, { emailOff: ['schedule_published'] }),
      updateNotificationSettings(ctx, { reminderMinutes: 45 }),
    ]);
    expect(await getNotificationSettings(ctx)).toMatchObject({
      pushOff: ['welcome'],
      emailOff: ['schedule_published'],
      reminderMinutes: 45,
    });
    await expect(updateNotificationSettings(ctx, { zone: 'Mars/Base' })).rejects.toMatchObject({
      code: 'unknown_zone',
    });
    const wrong = [
      { quietHours: { from: '24:00', to: '07:00' } },
      { quietHours: { from: '22:00', to: '22:00' } },
      { quietHours: { from: '22:00' } },
      { pushOff: ['nonsense'] },
      { reminderMinutes: 1 },
      { unknown: true },
    ];
    for (const body of wrong) expect(UpdateNotificationSettingsSchema.safeParse(body).success).toBe(false);
  });
});
