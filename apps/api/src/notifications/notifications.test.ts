import { describe, expect } from 'vitest';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { transact } from '@vaktplan/core/context/transact';
import { notify } from '@vaktplan/core/notifications/notify';
import { httpTest } from '../testing/http-test.ts';

const url = '/api/v1/notifications';
const news = { said: { v: 1, what: 'tap_refused', date: '2025-12-01' }, link: null } as const;

describe('/api/v1/notifications', () => {
  httpTest('listed by page, counted, read one by one and all', async ({ owner, ctx, foreign, app }) => {
    const userIds = [(ctx.actor as UserActor).userId];
    for (const dedupeKey of ['a', 'b', 'c']) {
      await transact(ctx, 'test.notify', (tx) => notify(tx, ctx, { ...news, userIds, dedupeKey }));
    }
    const unread = async () => (await owner.inject({ url: `${url}/unread-count` })).json().unread;
    const page = (await owner.inject({ url: `${url}?limit=2` })).json();
    expect(page).toMatchObject({
      data: [{ kind: 'correction_proposed', said: news.said, readAt: null }, {}],
    });
    const rest = (await owner.inject({ url: `${url}?limit=2&cursor=${page.meta.nextCursor}` })).json();
    expect(rest).toMatchObject({ data: [{}], meta: { nextCursor: null } });
    expect(await unread()).toBe(3);

    const { id } = page.data[0];
    const read = await owner.inject({ method: 'POST', url: `${url}/${id}/read` });
    expect([read.statusCode, read.json().id]).toEqual([200, id]);
    expect((await owner.inject({ url: `${url}?unread=true` })).json().data).toHaveLength(2);

    const stranger = await app.as(foreign.ctx.actor as UserActor, foreign.ctx.orgId);
    expect((await stranger.inject({ method: 'POST', url: `${url}/${id}/read` })).statusCode).toBe(404);
    expect((await stranger.inject({ url })).json().data).toEqual([]);
    expect((await owner.inject({ method: 'POST', url: `${url}/read-all` })).json()).toEqual({ unread: 0 });
    expect(await unread()).toBe(0);
  });

  httpTest('not signed in; wrong ids, cursors and limits', async ({ app, owner }) => {
    for (const path of [url, `${url}/unread-count`])
      expect((await app.inject({ url: path })).statusCode).toBe(401);
    for (const path of [`${url}/read-all`, `${url}/x/read`]) {
      expect((await app.inject({ method: 'POST', url: path })).statusCode).toBe(401);
    }
    expect((await owner.inject({ method: 'POST', url: `${url}/x/read` })).statusCode).toBe(400);
    for (const query of ['cursor=x', 'limit=0', 'limit=501', 'unread=yes', 'userId=x']) {
      expect([query, (await owner.inject({ url: `${url}?${query}` })).statusCode]).toEqual([query, 400]);
    }
  });
});
