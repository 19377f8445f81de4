import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { choosePush, pushEnv } from '@vaktplan/adapters/push/choose-push';
import { RetryableError } from '@vaktplan/platform/retry';
import type { Ctx, UserActor } from '@vaktplan/core/context/ctx';
import { transact } from '@vaktplan/core/context/transact';
import { listDevices } from '@vaktplan/core/devices/list-devices';
import { registerDevice } from '@vaktplan/core/devices/register-device';
import { updateNotificationSettings } from '@vaktplan/core/notification-settings/update-notification-settings';
import { notify } from '@vaktplan/core/notifications/notify';
import { readAllNotifications } from '@vaktplan/core/notifications/read-all-notifications';
import { fcmError, startFcmServer } from '@vaktplan/testing/fcm-server';
import type { Make } from '@vaktplan/testing/make';
import * as z from 'zod';
import { workerTest } from '../worker.fixture.ts';

/** Somebody with phones, one notification for them, and its job. */
const person = async (ctx: Ctx, make: Make, tokens: readonly string[]) => {
  const departmentId = await make.department(await make.location());
  const actor: UserActor = await make.user('employee', { employeeId: await make.employee(departmentId) });
  const own = make.as(ctx, actor);
  for (const token of tokens)
    await registerDevice(own, {
      platform: 'android',
      name: token.slice(0, 10),
      appVersion: '1',
      push: { provider: 'fcm', token },
    });
  const news = async (dedupeKey = uuidv7()) => {
    const told = {
      kind: 'schedule_published',
      title: 'Week 49',
      body: 'Yours: 2 new',
      link: '/shifts',
    } as const;
    await transact(ctx, 'test.notify', (tx) =>
      notify(tx, ctx, { ...told, userIds: [actor.userId], dedupeKey }),
    );
    const [rows] = await ctx.db.read(ctx.orgId, [
      {
        name: 'last_notification',
        text: 'select id from notifications where user_id = $1 order by id desc limit 1',
        values: [actor.userId],
      },
    ]);
    return { organizationId: ctx.orgId, notificationId: String(rows?.[0]?.['id']), userId: actor.userId };
  };
  return { own, news };
};

describe('a push message', () => {
  workerTest(
    'goes to each phone of the person once, whatever is repeated',
    async ({ ctx, make, handle, phones }) => {
      const tokens = [uuidv7(), uuidv7()];
      const { news } = await person(ctx, make, tokens);
      await person(ctx, make, [uuidv7()]);
      const job = await news();
      expect(await handle('send-push', job)).toEqual({ sent: 2, gone: 0 });
      expect(await handle('send-push', job)).toEqual({ sent: 0, gone: 0 });
      expect(await handle('send-push', job, true)).toEqual({ sent: 0, gone: 0 });
      const sent = await phones.all();
      expect(sent.map(({ token }) => token).toSorted()).toEqual(tokens.toSorted());
      expect(sent[0]).toMatchObject({
        title: 'Week 49',
        urgent: false,
        collapseId: job.notificationId,
        data: {
          notificationId: job.notificationId,
          organizationId: ctx.orgId,
          kind: 'schedule_published',
          link: '/shifts',
        },
      });
    },
  );

  workerTest('follows every notification by itself', async ({ ctx, make, work, phones }) => {
    const { news } = await person(ctx, make, [uuidv7()]);
    work();
    await news();
    await expect.poll(async () => (await phones.all()).length, { timeout: 15_000 }).toBe(1);
  });

  workerTest(
    'none without a phone, with its kind off, read, old, or elsewhere',
    async ({ ctx, make, handle, clock, foreign, phones }) => {
      const none = await person(ctx, make, []);
      expect(await handle('send-push', await none.news())).toMatchObject({ why: 'no-device' });
      const { own, news } = await person(ctx, make, [uuidv7()]);
      const read = await news();
      await readAllNotifications(own);
      expect(await handle('send-push', read)).toMatchObject({ why: 'read' });
      const job = await news();
      expect(await handle('send-push', { ...job, organizationId: foreign.ctx.orgId })).toMatchObject({
        why: 'gone',
      });
      expect(await handle('send-push', { ...job, userId: uuidv7() })).toMatchObject({ why: 'gone' });
      await updateNotificationSettings(own, { pushOff: ['schedule_published'] });
      expect(await handle('send-push', job)).toMatchObject({ why: 'off' });
      await updateNotificationSettings(own, { pushOff: [] });
      clock.advance({ hours: 72 });
      expect(await handle('send-push', job)).toMatchObject({ why: 'too-late' });
      expect(await phones.all()).toEqual([]);
    },
  );
});

describe('quiet hours', () => {
  workerTest(
    'hold it by the clock of its person, once, and send it after',
    async ({ ctx, make, handle, clock, stand, phones }) => {
      const { own, news } = await person(ctx, make, [uuidv7()]);
      await updateNotificationSettings(own, {
        quietHours: { from: '22:00', to: '07:00' },
        zone: 'Asia/Tokyo',
      });
      clock.set('2025-12-01T14:00:00Z');
      const job = await news();
      expect(await handle('send-push', job)).toEqual({ sent: 0, heldUntil: '2025-12-01T22:00:00Z' });
      expect(await handle('send-push', job)).toMatchObject({ sent: 0 });
      const [held, ...more] = await stand.queues['push-notifications'].getDelayed();
      expect(more).toEqual([]);
      expect(held).toMatchObject({
        name: 'send-push',
        data: { ...job, held: 1 },
        opts: { delay: 8 * 3_600_000 },
      });
      // a clock that is a moment behind must not lose it
      clock.set('2025-12-01T21:59:59Z');
      expect(await handle('send-push', { ...job, held: 1 })).toMatchObject({ sent: 0 });
      expect(await stand.queues['push-notifications'].getDelayedCount()).toBe(2);
      expect(await phones.all()).toEqual([]);
      clock.set('2025-12-01T22:00:00Z');
      expect(await handle('send-push', { ...job, held: 2 })).toMatchObject({ sent: 1 });
    },
  );
});

describe('a service that refuses', () => {
  workerTest(
    'a phone that is gone is forgotten, the others get theirs',
    async ({ ctx, make, handle, tools }) => {
      const fcm = await startFcmServer();
      const env = z
        .object(pushEnv)
        .parse({ FCM_SERVICE_ACCOUNT: JSON.stringify(fcm.account), FCM_BASE_URL: fcm.url });
      const push = choosePush(env);
      tools.sendPush = push.send;
      const { own, news } = await person(ctx, make, [uuidv7(), uuidv7()]);
      fcm.answerNext(fcmError(404, 'UNREGISTERED'));
      expect(await handle('send-push', await news())).toEqual({ sent: 1, gone: 1 });
      const providers = (await listDevices(own)).data.map(({ provider }) => provider);
      expect(providers.toSorted()).toEqual(['fcm', null]);
      expect(await handle('send-push', await news())).toEqual({ sent: 1, gone: 0 });
      push.close();
      await fcm.close();
    },
  );

  workerTest(
    'who asks to wait is asked again later; the phone that has it is not',
    async ({ ctx, make, handle, tools, stand }) => {
      const fcm = await startFcmServer();
      const env = z
        .object(pushEnv)
        .parse({ FCM_SERVICE_ACCOUNT: JSON.stringify(fcm.account), FCM_BASE_URL: fcm.url });
      const push = choosePush(env);
      tools.sendPush = push.send;
      const { news } = await person(ctx, make, [uuidv7(), uuidv7()]);
      const job = await news();
      fcm.answerNext(fcmError(429, 'QUOTA_EXCEEDED', { 'retry-after': '90' }));
      expect(await handle('send-push', job)).toEqual({ sent: 1, again: 90_000 });
      const [later] = await stand.queues['push-notifications'].getDelayed();
      expect(later).toMatchObject({ data: { ...job, tries: 1 }, opts: { delay: 90_000 } });
      expect(await handle('send-push', { ...job, tries: 1 })).toEqual({ sent: 1, gone: 0 });
      expect(fcm.messages).toHaveLength(2);

      fcm.answerNext({ status: 503 });
      const other = await news();
      await expect(handle('send-push', other)).rejects.toBeInstanceOf(RetryableError);
      expect(await handle('send-push', other, true)).toEqual({ sent: 1, gone: 0 });
      expect(fcm.messages).toHaveLength(4);
      push.close();
      await fcm.close();
    },
  );
});
