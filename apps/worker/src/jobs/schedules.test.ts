import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { claimJobRun, finishJobRun } from '@vaktplan/db/queries/job-runs';
import { insertSyncCursor } from '@vaktplan/db/queries/sync';
import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { createShift } from '@vaktplan/core/shifts/create-shift';
import { requestSchedulers } from '../request-schedulers.ts';
import { workerTest } from '../worker.fixture.ts';

workerTest('each organisation has its clock, in its own zone', async ({ ctx, foreign, stand, handle }) => {
  await ctx.db.transaction(foreign.ctx.orgId, (tx) =>
    tx.$client.query(`update organizations set zone = 'Pacific/Auckland' where id = $1`, [foreign.ctx.orgId]),
  );
  await handle('sync-schedulers', {});
  await handle('sync-schedulers', { organizationId: ctx.orgId });
  const all = await stand.queues['data-sync'].getJobSchedulers();
  const of = (orgId: string) =>
    all
      .filter(({ key }) => key.endsWith(orgId))
      .map(({ key, name, pattern, tz, template }) => [
        key.replace(`-${orgId}`, ''),
        name,
        pattern,
        tz,
        template?.data,
      ])
      .toSorted();
  expect(of(ctx.orgId)).toEqual([
    ['approve', 'approve-automatically', '0 40 * * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
    ['clean-up', 'clean-up', '0 0 2 * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
    [
      'close-forgotten',
      'close-forgotten-entries',
      '0 */10 * * * *',
      'Europe/Copenhagen',
      { organizationId: ctx.orgId },
    ],
    ['forget', 'forget-outdated', '0 45 2 * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
    ['relock', 'relock-pay-periods', '0 */15 * * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
    [
      'remind-day',
      'remind-upcoming-shifts',
      '0 0 16 * * *',
      'Europe/Copenhagen',
      { organizationId: ctx.orgId },
    ],
    [
      'remind-starting',
      'remind-starting-shifts',
      '0 */5 * * * *',
      'Europe/Copenhagen',
      { organizationId: ctx.orgId },
    ],
    [
      'remind-week',
      'remind-upcoming-shifts',
      '0 0 3 * * 0',
      'Europe/Copenhagen',
      { organizationId: ctx.orgId, days: 7 },
    ],
    ['seal', 'seal-events', '0 5,20,35,50 * * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
    ['sweep-files', 'sweep-files', '0 25 * * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
    ['verify-audit', 'verify-audit', '0 30 3 * * *', 'Europe/Copenhagen', { organizationId: ctx.orgId }],
  ]);
  expect(of(foreign.ctx.orgId)[0]?.[3]).toBe('Pacific/Auckland');

  await ctx.db.transaction(ctx.orgId, (tx) =>
    tx.$client.query(`update organizations set zone = 'America/New_York' where id = $1`, [ctx.orgId]),
  );
  await handle('sync-schedulers', { organizationId: ctx.orgId });
  const moved = await stand.queues['data-sync'].getJobSchedulers();
  expect(moved).toHaveLength(all.length);
  expect(moved.find(({ key }) => key === `clean-up-${ctx.orgId}`)?.tz).toBe('America/New_York');
});

workerTest('a starting worker has the schedules of all organisations set', async ({ ctx, stand, work }) => {
  work();
  await requestSchedulers(stand.queues, ctx.log);
  await requestSchedulers(stand.queues, ctx.log);
  const keys = async () => (await stand.queues['data-sync'].getJobSchedulers()).map(({ key }) => key);
  await expect.poll(keys).toEqual(expect.arrayContaining(['sync-schedulers', `clean-up-${ctx.orgId}`]));
});

workerTest(
  'people are reminded of tomorrow once, by the clock of the organisation',
  async ({ ctx, make, clock, handle }) => {
    const locationId = await make.location({ name: 'Torvet' });
    const departmentId = await make.department(locationId);
    const employeeId = await make.employee(departmentId);
    await make.user('employee', { employeeId });
    const shift = (startsAt: string, endsAt: string) =>
      createShift(ctx, { departmentId, employeeId, startsAt, endsAt });
    await shift('2025-12-02T09:00', '2025-12-02T17:00');
    await shift('2025-12-03T22:00', '2025-12-04T06:00');
    await publishSchedule(ctx, {
      locationId,
      startDate: '2025-12-01',
      endDate: '2025-12-07',
      notify: 'none',
    });
    await shift('2025-12-02T18:00', '2025-12-02T20:00');

    const job = { organizationId: ctx.orgId };
    expect(await handle('remind-upcoming-shifts', job)).toEqual({ told: 1 });
    expect(await handle('remind-upcoming-shifts', job)).toEqual({ told: 0 });
    expect(await handle('remind-upcoming-shifts', { ...job, days: 7 })).toEqual({ told: 1 });
    // 23:30 UTC on Tuesday is Wednesday there: tomorrow is Thursday, and the night shift belongs to Wednesday
    clock.set('2025-12-02T23:30:00Z');
    expect(await handle('remind-upcoming-shifts', job)).toEqual({ told: 0 });

    const [rows] = await ctx.db.read(ctx.orgId, [
      {
        name: 'reminders',
        text: `select title, body, link from notifications where organization_id = $1 order by title`,
        values: [ctx.orgId],
      },
    ]);
    expect(rows).toEqual([
      {
        title: 'Your shifts, Tue 2 Dec',
        body: 'Tue 2 Dec, 09:00–17:00 · Torvet',
        link: '/shifts?date=2025-12-02',
      },
      {
        title: 'Your shifts, Tue 2 Dec – Mon 8 Dec',
        body: 'Tue 2 Dec, 09:00–17:00 · Torvet\nWed 3 Dec, 22:00 – Thu 4 Dec, 06:00 · Torvet',
        link: '/shifts?date=2025-12-02',
      },
    ]);
  },
);

workerTest(
  'cleaning up keeps what may still be asked for, and leaves others alone',
  async ({ ctx, foreign, handle }) => {
    const hoursAgo = (hours: number) => ctx.now().subtract({ hours }).toString();
    const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
    for (const { orgId } of [ctx, foreign.ctx]) {
      await ctx.db.transaction(orgId, async (tx) => {
        for (const [key, at] of [
          ['young', hoursAgo(23)],
          ['old', hoursAgo(25)],
        ] as const) {
          await tx.$client.query(
            `insert into idempotency_keys (organization_id, user_id, route, key, body_hash, created_at)
           values ($1, gen_random_uuid(), 'POST /x', $2, '', $3)`,
            [orgId, key, at],
          );
        }
        for (const days of [46, 44]) {
          const held = { id: uuidv7(), userId, base: undefined, held: {} };
          await insertSyncCursor(tx, orgId, { ...held, createdAt: hoursAgo(days * 24) });
        }
        for (const [key, at, finished] of [
          ['unfinished', hoursAgo(31 * 24), false],
          ['old', hoursAgo(31 * 24), true],
          ['young', hoursAgo(29 * 24), true],
        ] as const) {
          await claimJobRun(tx, orgId, { key, at, staleBefore: at, again: false });
          if (finished) await finishJobRun(tx, orgId, key, at);
        }
      });
    }
    expect(await handle('clean-up', { organizationId: ctx.orgId })).toEqual({
      keys: 1,
      runs: 1,
      notifications: 0,
      cursors: 1,
    });
    expect(await handle('clean-up', { organizationId: ctx.orgId })).toEqual({
      keys: 0,
      runs: 0,
      notifications: 0,
      cursors: 0,
    });
    expect(await handle('clean-up', { organizationId: foreign.ctx.orgId })).toEqual({
      keys: 1,
      runs: 1,
      notifications: 0,
      cursors: 1,
    });
  },
);
