import { describe, expect } from 'vitest';
import type { Said } from '@vaktplan/contracts/http/news';
import { NotificationPage } from '@vaktplan/contracts/http/notifications';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { transact } from '../context/transact.ts';
import { countUnreadNotifications } from './count-unread.ts';
import { listNotifications } from './list-notifications.ts';
import { notify, type News } from './notify.ts';
import { readAllNotifications } from './read-all-notifications.ts';
import { readNotification } from './read-notification.ts';

const asked = (name: string): Said => ({
  v: 1,
  what: 'correction_proposed',
  date: '2025-12-01',
  name,
  comment: 'I left at three',
});
const news = { said: asked('Ida'), link: '/timesheets' };
const tell = (ctx: Ctx, userIds: string[], dedupeKey: string, rest: Partial<News> = {}) =>
  transact(ctx, 'test.notify', (tx) => notify(tx, ctx, { ...news, userIds, dedupeKey, ...rest }));
const userOf = (ctx: Ctx): string => (ctx.actor.kind === 'user' ? ctx.actor.userId : '');

describe('notify', () => {
  dbTest('tells each user once, with an event each, however often it runs', async ({ ctx, make }) => {
    const userIds = [userOf(ctx), (await make.user('employee')).userId];
    const runs = await Promise.all(
      [1, 2, 3, 4, 5].map(() => tell(ctx, [...userIds, ...userIds], 'event-handler')),
    );
    expect(runs.flat().toSorted()).toEqual(userIds.toSorted());
    expect(await tell(ctx, userIds, 'event-handler')).toEqual([]);
    const events = await rowsOf(ctx, 'select payload, aggregate_id from events order by position');
    expect(events.map((event) => event.payload)).toEqual(
      expect.arrayContaining(userIds.map((userId) => expect.objectContaining({ userId }))),
    );
    expect(events).toHaveLength(2);
    expect(await tell(ctx, [], 'nobody')).toEqual([]);
  });

  dbTest('keeps what is told, and the English of it for apps that know only sentences', async ({ ctx }) => {
    await tell(ctx, [userOf(ctx)], 'told');
    const { data } = NotificationPage.parse(await listNotifications(ctx, {}));
    expect(data).toMatchObject([
      {
        kind: 'correction_proposed',
        title: 'Ida asks for a correction: Mon 1 Dec',
        body: 'I left at three',
        said: asked('Ida'),
      },
    ]);
  });

  dbTest('an old row, and one of a newer version, are told as they are stored', async ({ ctx }) => {
    const reader = userOf(ctx);
    for (const [key, said] of [
      ['old', null],
      ['newer', { v: 2, what: 'swap_asked', with: 'Bo' }],
      ['other', { v: 1, what: 'swap_asked' }],
      ['lacking', { v: 1, what: 'tap_refused' }],
    ] as const)
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query(
          `insert into notifications (organization_id, id, user_id, kind, title, body, said, dedupe_key)
           values ($1, gen_random_uuid(), $2, 'a_newer_kind', 'Kept', 'as it is', $3, $4)`,
          [ctx.orgId, reader, said && JSON.stringify(said), key],
        ),
      );
    const { data } = NotificationPage.parse(await listNotifications(ctx, {}));
    const kept = data.filter(({ kind }) => kind === 'a_newer_kind');
    expect(kept.map(({ title, said }) => [title, said])).toEqual(Array(4).fill(['Kept', null]));
  });
});

describe('the inbox', () => {
  dbTest('newest first, page by page, nothing twice and nothing lost', async ({ ctx, clock }) => {
    for (let i = 0; i < 7; i++) {
      // pairs share an instant: the id decides
      if (i % 2 === 0) clock.advance({ seconds: 1 });
      await tell(ctx, [userOf(ctx)], `news-${i}`, { said: asked(`News ${i}`) });
    }
    const titles: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = NotificationPage.parse(
        await listNotifications(ctx, { limit: 3, ...(cursor ? { cursor } : {}) }),
      );
      titles.push(...page.data.map((one) => one.title.slice(0, 6)));
      cursor = page.meta.nextCursor;
    } while (cursor);
    expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `News ${i}`));
    await expect(listNotifications(ctx, { cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  dbTest('read once, read all; the first time stays', async ({ ctx, clock }) => {
    for (const key of ['a', 'b', 'c']) await tell(ctx, [userOf(ctx)], key);
    const [first] = (await listNotifications(ctx, {})).data;
    expect(await countUnreadNotifications(ctx)).toEqual({ unread: 3 });
    const read = await readNotification(ctx, first?.id ?? '');
    expect(read.readAt).toBe('2025-12-01T08:00:00Z');
    clock.advance({ minutes: 1 });
    expect(await readNotification(ctx, read.id)).toEqual(read);
    expect((await listNotifications(ctx, { unread: 'true' })).data).toHaveLength(2);
    expect(await readAllNotifications(ctx)).toEqual({ unread: 0 });
    expect(await readAllNotifications(ctx)).toEqual({ unread: 0 });
    expect(await countUnreadNotifications(ctx)).toEqual({ unread: 0 });
    const times = (await listNotifications(ctx, {})).data.map((one) => one.readAt).toSorted();
    expect(times).toEqual(['2025-12-01T08:00:00Z', '2025-12-01T08:01:00Z', '2025-12-01T08:01:00Z']);
  });

  dbTest('a colleague’s and another organisation’s are not there', async ({ ctx, make, foreign }) => {
    const colleague = make.as(ctx, await make.user('owner'));
    await tell(colleague, [userOf(colleague)], 'hers');
    await tell(foreign.ctx, [userOf(foreign.ctx)], 'theirs');
    const hers = (await listNotifications(colleague, {})).data[0]?.id ?? '';
    const theirs = (await listNotifications(foreign.ctx, {})).data[0]?.id ?? '';
    expect((await listNotifications(ctx, {})).data).toEqual([]);
    for (const id of [hers, theirs]) {
      await expect(readNotification(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
    }
    await readAllNotifications(ctx);
    expect(await countUnreadNotifications(colleague)).toEqual({ unread: 1 });
    const system = { ...ctx, actor: { kind: 'system', name: 'test' } as const };
    await expect(listNotifications(system, {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});
