import { randomBytes } from 'node:crypto';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { choosePush, pushEnv } from '@vaktplan/adapters/push/choose-push';
import type { Said } from '@vaktplan/contracts/http/news';
import { RetryableError } from '@vaktplan/platform/retry';
import type { Ctx, UserActor } from '@vaktplan/core/context/ctx';
import { transact } from '@vaktplan/core/context/transact';
import { listDevices } from '@vaktplan/core/devices/list-devices';
import { registerDevice } from '@vaktplan/core/devices/register-device';
import { updateNotificationSettings } from '@vaktplan/core/notification-settings/update-notification-settings';
import { notify } from '@vaktplan/core/notifications/notify';
import { readAllNotifications } from '@vaktplan/core/notifications/read-all-notifications';
import { startApnsServer } from '@vaktplan/testing/apns-server';
import { fcmError, startFcmServer } from '@vaktplan/testing/fcm-server';
import type { Make } from '@vaktplan/testing/make';
import * as z from 'zod';
import { workerTest } from '../worker.fixture.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const NIGHT = {
  startDate: '2025-12-01',
  endDate: '2025-12-02',
  startsAt: '2025-12-01T21:00:00Z',
  endsAt: '2025-12-02T05:00:00Z',
  zone: 'Europe/Copenhagen',
  place: 'Torvet',
};

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
  const tell = async (said: Said) => {
    const told = { said, link: '/shifts', userIds: [actor.userId], dedupeKey: uuidv7() };
    await transact(ctx, 'test.notify', (tx) => notify(tx, ctx, told));
    const [rows] = await ctx.db.read(ctx.orgId, [
      {
        name: 'last_notification',
        text: 'select id from notifications where user_id = $1 order by id desc limit 1',
        values: [actor.userId],
      },
    ]);
    return { organizationId: ctx.orgId, notificationId: String(rows?.[0]?.['id']), userId: actor.userId };
  };
  const news = () => tell({ v: 1, what: 'schedule_published', ...WEEK, added: 2, changed: 0, removed: 0 });
  const starts = () => tell({ v: 1, what: 'shift_starting', shift: NIGHT, work: 'Bar' });
  return { own, news, starts };
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
        title: 'Schedule published: Mon 1 Dec – Sun 7 Dec',
        body: '2 shifts are new for you.',
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

describe('the words of a message', () => {
  workerTest(
    'are those of each phone, through FCM and APNs, by its clock',
    async ({ ctx, make, handle, tools }) => {
      const [fcm, apns] = [await startFcmServer(), await startApnsServer()];
      const env = z.object(pushEnv).parse({
        FCM_SERVICE_ACCOUNT: JSON.stringify(fcm.account),
        FCM_BASE_URL: fcm.url,
        APNS_KEY: apns.key.key,
        APNS_KEY_ID: apns.key.keyId,
        APNS_TEAM_ID: apns.key.teamId,
        APNS_TOPIC: apns.key.topic,
        APNS_BASE_URL: apns.url,
      });
      const push = choosePush(env);
      tools.sendPush = push.send;
      const { own, starts } = await person(ctx, make, []);
      const phone = (provider: 'fcm' | 'apns', more: { language?: string; hours24?: boolean }) =>
        registerDevice(own, {
          platform: provider === 'fcm' ? 'android' : 'ios',
          name: more.language ?? 'Old app',
          appVersion: '1',
          push: { provider, token: provider === 'fcm' ? uuidv7() : randomBytes(32).toString('hex') },
          ...more,
        });
      const danish = await phone('fcm', { language: 'da-DK', hours24: true });
      await phone('fcm', {});
      await phone('apns', { language: 'ar', hours24: false });
      expect(await handle('send-push', await starts())).toEqual({ sent: 3, gone: 0 });
      const android = fcm.messages.map(({ data }) => [data['title'], data['message']]);
      expect(android.toSorted()).toEqual([
        ['Din vagt begynder kl. 22.00', '22.00–06.00 · Bar, Torvet'],
        ['Your shift starts at 22:00', '22:00–06:00 · Bar, Torvet'],
      ]);
      const alert = {
        title: 'تبدأ ورديتك في 10:00 م',
        body: 'من 10:00 م إلى 06:00 ص · \u2068Bar\u2069، \u2068Torvet\u2069',
      };
      expect(apns.messages).toMatchObject([{ body: { aps: { alert } } }]);

      // its language is changed to one that there are no words for
      const { id } = danish;
      await phone('fcm', { language: 'fr-FR' });
      await registerDevice(own, { platform: 'android', name: 'Mine', appVersion: '1', id, push: null });
      await handle('send-push', await starts());
      expect(fcm.messages.slice(2).map(({ data }) => data['title'])).toEqual([
        'Your shift starts at 22:00',
        'Your shift starts at 22:00',
      ]);
      push.close();
      await Promise.all([fcm.close(), apns.close()]);
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
