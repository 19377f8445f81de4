import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';
import { toast } from './schedule-page.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';

/** A job about an event that never was: the worker gives it up at once. */
async function addHopelessJob(page: Page): Promise<void> {
  const { organization } = await ask<{ organization: { id: string } }>(page, 'GET', '/me');
  const redis = new Redis(inject('redis'), { maxRetriesPerRequest: 1 });
  const queue = new Queue('events', { connection: redis });
  const data = { organizationId: organization.id, eventId: crypto.randomUUID() };
  await queue.add('notify-publication', data);
  await queue.close();
  redis.disconnect();
}

journey(
  'an owner sees how all is, and tries a failed job again',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test', '/status');
    await page.getByRole('heading', { level: 1, name: 'Status' }).waitFor();
    const verdict = page.getByRole('status', { name: 'Verdict' });
    await verdict.getByText('All is well').waitFor();
    const processes = page.getByRole('list', { name: 'Processes' });
    await processes.getByText('API', { exact: true }).first().waitFor();
    await processes.getByText('Worker', { exact: true }).waitFor();
    await page
      .getByRole('table', { name: 'Queues' })
      .getByRole('cell', { name: 'Email notifications' })
      .waitFor();
    await page.getByRole('table', { name: 'Schedules' }).getByRole('cell', { name: 'Clean up' }).waitFor();

    await addHopelessJob(page);
    const failed = page.getByRole('region', { name: 'Failed jobs' });
    const replay = failed.getByRole('button', { name: 'Try Notify publication again' }).first();
    await replay.waitFor();
    await assertAccessible(page);
    await page.setViewportSize(PHONE);
    await assertNoSidewaysScrolling(page);
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/status/failed-jobs/replay'));
    await replay.click();
    expect((await answered).status()).toBe(204);
    await toast(page, 'Notify publication is tried again').waitFor();
    // it fails again, for there is still no such event
    await failed
      .getByText(/[2-9] tries/)
      .first()
      .waitFor();
  },
);

journey('the board of all queues opens from there, and only so', async ({ signedIn, visitor }) => {
  const page = await signedIn('owner@vaktplan.test', '/status');
  const { url } = await ask<{ url: string }>(page, 'POST', '/status/board');
  const stranger = await visitor();
  const board = new URL('/queues/', url).href;
  expect((await stranger.context().request.get(board)).status()).toBe(403);
  const opened = await stranger.context().request.get(url);
  expect([opened.status(), await opened.text()]).toEqual([200, expect.stringContaining('Vaktplan')]);
  expect((await stranger.context().request.get(board)).status()).toBe(200);
});

journey.for(['manager@vaktplan.test', 'employee@vaktplan.test'])(
  '%s finds no status page',
  async (email, { signedIn }) => {
    const page = await signedIn(email, '/status');
    await page.getByRole('heading', { level: 1, name: /not/i }).waitFor();
  },
);

journey('a page that breaks is told of, without what people typed', async ({ signedIn }) => {
  const page = await signedIn('owner@vaktplan.test', '/status');
  const told = {
    name: 'TypeError',
    stack: 'kari@example.org\n    at broken (https://vaktplan.test/_next/static/page.js:1:20)',
    path: '/status',
  };
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await page.context().request.post('/api/errors', { data: told, headers });
  expect(answer.status()).toBe(204);
  const envelopes = async () => (await (await fetch(inject('errors'))).json()) as string[];
  const of = async () => (await envelopes()).find((envelope) => envelope.includes('"function":"broken"'));
  await expect.poll(of, { timeout: 10_000 }).toContain('"service":"browser"');
  expect(await of()).not.toContain('kari@');
});
