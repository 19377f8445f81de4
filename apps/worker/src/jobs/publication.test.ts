import { describe, expect } from 'vitest';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { unpublishSchedule } from '@vaktplan/core/schedules/unpublish-schedule';
import { createShift } from '@vaktplan/core/shifts/create-shift';
import { deleteShift } from '@vaktplan/core/shifts/delete-shift';
import { updateShift } from '@vaktplan/core/shifts/update-shift';
import type { Make } from '@vaktplan/testing/make';
import { workerTest } from '../worker.fixture.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const on = (day: number, from: string, to: string) => ({
  startsAt: `2025-12-0${day}T${from}`,
  endsAt: `2025-12-0${day}T${to}`,
});

const shop = async (make: Make) => {
  const locationId = await make.location({ name: 'Torvet' });
  const departmentId = await make.department(locationId, 'Kitchen');
  return { locationId, departmentId };
};

const lastEvent = async (ctx: Ctx, type: string): Promise<{ eventId: string; publicationId: string }> => {
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'last_event',
      text: `select event_id as "eventId", payload->>'publicationId' as "publicationId" from events
             where organization_id = $1 and event_type = $2 order by position desc limit 1`,
      values: [ctx.orgId, type],
    },
  ]);
  return rows?.[0] as { eventId: string; publicationId: string };
};

const notificationsOf = async (ctx: Ctx) => {
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'notifications_told',
      text: 'select user_id as "userId", kind, title, body, link from notifications where organization_id = $1 order by created_at, id',
      values: [ctx.orgId],
    },
  ]);
  return rows;
};

describe('a publication', () => {
  workerTest(
    '100 shifts for 40 people are 40 mails, and one notification each',
    async ({ ctx, make, work, outbox, stand }) => {
      const { locationId, departmentId } = await shop(make);
      const people = await Promise.all(Array.from({ length: 40 }, () => make.employee(departmentId)));
      const users = await Promise.all(
        people.slice(0, 5).map((employeeId) => make.user('employee', { employeeId })),
      );
      const plan = (nr: number) =>
        createShift(ctx, {
          departmentId,
          employeeId: people[nr % 40] as string,
          ...on(1 + Math.floor(nr / 40), '09:00', '17:00'),
        });
      for (let nr = 0; nr < 100; nr += 10)
        await Promise.all(Array.from({ length: 10 }, (_, offset) => plan(nr + offset)));
      work();
      expect(await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' })).toMatchObject({
        published: 100,
        notified: 40,
      });
      await expect.poll(async () => (await outbox.all()).length, { timeout: 15_000 }).toBe(40);
      const mails = await outbox.all();
      expect(new Set(mails.map((mail) => mail.to.address)).size).toBe(40);
      expect(mails.reduce((sum, mail) => sum + (mail.text.match(/09:00/g)?.length ?? 0), 0)).toBe(100);
      const told = await notificationsOf(ctx);
      expect(told?.map((one) => one['userId']).toSorted()).toEqual(
        users.map((user) => user.userId).toSorted(),
      );
      await expect
        .poll(() => stand.queues['email-notifications'].getJobCounts('completed', 'failed'))
        .toEqual({ completed: 40, failed: 0 });
    },
  );

  workerTest(
    'the mail says what is new, changed and removed for that person',
    async ({ ctx, make, handle, outbox }) => {
      await make.position();
      const { locationId, departmentId } = await shop(make);
      const ida = await make.employee(departmentId, { name: 'Ida', email: 'ida@example.com' });
      const bo = await make.employee(departmentId, { name: 'Bo', email: 'bo@example.com' });
      const moved = await createShift(ctx, { departmentId, employeeId: ida, ...on(1, '09:00', '17:00') });
      const given = await createShift(ctx, { departmentId, employeeId: ida, ...on(2, '09:00', '17:00') });
      const gone = await createShift(ctx, { departmentId, employeeId: ida, ...on(3, '09:00', '17:00') });
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
      await updateShift(ctx, moved.id, 1, on(1, '10:30', '18:00'));
      await updateShift(ctx, given.id, 1, { employeeId: bo });
      await deleteShift(ctx, gone.id, 1);
      const night = {
        startsAt: '2025-12-04T22:00',
        endsAt: '2025-12-05T06:00',
        notes: 'Bring <keys> & badge',
      };
      await createShift(ctx, {
        departmentId,
        employeeId: ida,
        ...night,
        breaks: [{ minutes: 30, paid: false }],
      });
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' });

      const { eventId, publicationId } = await lastEvent(ctx, 'schedule.published');
      const job = { organizationId: ctx.orgId, eventId, publicationId, type: 'schedule_published' as const };
      await handle('send-shift-notification', { ...job, employeeId: ida });
      await handle('send-shift-notification', { ...job, employeeId: bo });
      const mails = await outbox.all();
      const toIda = mails.find((mail) => mail.to.address === 'ida@example.com');
      const toBo = mails.find((mail) => mail.to.address === 'bo@example.com');

      expect(toIda?.subject).toBe('Your shifts, Mon, Dec 1 – Sun, Dec 7: 1 new, 1 changed, 2 removed');
      expect(toIda?.text).toContain(
        'New\n  Thu, Dec 4, 10:00 PM–06:00 AM (Fri) · Kitchen, Torvet · 30 min break',
      );
      expect(toIda?.text).toContain(
        'Changed\n  Mon, Dec 1, 09:00 AM–05:00 PM · Kitchen, Torvet\n    -> Mon, Dec 1, 10:30 AM–06:00 PM',
      );
      expect(toIda?.text).toContain('Removed\n  Tue, Dec 2, 09:00 AM');
      expect(toIda?.html).toContain('Bring &lt;keys&gt; &amp; badge');
      expect(toIda?.html).toContain('href="https://vaktplan.test/shifts?date=2025-12-01"');
      expect(toBo?.subject).toContain('1 new');
      expect(toBo?.text).not.toContain('Removed');
    },
  );

  workerTest('each handler run twice acts once', async ({ ctx, make, handle, outbox, stand }) => {
    const { locationId, departmentId } = await shop(make);
    const ida = await make.employee(departmentId);
    await make.user('employee', { employeeId: ida });
    await createShift(ctx, { departmentId, employeeId: ida, ...on(1, '09:00', '17:00') });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' });
    const { eventId, publicationId } = await lastEvent(ctx, 'schedule.published');

    const source = { organizationId: ctx.orgId, eventId };
    expect(await handle('notify-publication', source)).toEqual({ mails: 1 });
    expect(await handle('notify-publication', source)).toEqual({ mails: 1 });
    expect(await notificationsOf(ctx)).toMatchObject([
      { kind: 'schedule_published', body: '1 shift is new for you.', link: '/shifts?date=2025-12-01' },
    ]);
    expect(await stand.queues['email-notifications'].getWaitingCount()).toBe(1);

    const job = { ...source, publicationId, employeeId: ida, type: 'schedule_published' as const };
    expect(await handle('send-shift-notification', job)).toEqual({ sent: true });
    const [mail] = await outbox.all();
    expect(await handle('send-shift-notification', job)).toBeNull();
    expect(await handle('send-shift-notification', job, true)).toBeNull();
    expect(await outbox.all()).toEqual([mail]);
  });

  workerTest('taking a schedule back is told as that', async ({ ctx, make, handle, outbox }) => {
    const { locationId, departmentId } = await shop(make);
    const ida = await make.employee(departmentId);
    await make.user('employee', { employeeId: ida });
    await createShift(ctx, { departmentId, employeeId: ida, ...on(1, '09:00', '17:00') });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    await unpublishSchedule(ctx, { locationId, ...WEEK });
    const { eventId, publicationId } = await lastEvent(ctx, 'schedule.unpublished');
    const source = { organizationId: ctx.orgId, eventId };
    await handle('notify-publication', source);
    await handle('send-shift-notification', {
      ...source,
      publicationId,
      employeeId: ida,
      type: 'schedule_unpublished',
    });
    expect(await notificationsOf(ctx)).toMatchObject([
      { kind: 'schedule_unpublished', body: '1 shift is no longer on your schedule.' },
    ]);
    expect((await outbox.all())[0]?.subject).toMatch(/^Schedule taken back, .*: 1 removed$/);
  });

  workerTest('no address, or gone: no mail, and no failure', async ({ ctx, make, handle, outbox, stand }) => {
    const { locationId, departmentId } = await shop(make);
    const silent = await make.employee(departmentId, { email: null });
    await createShift(ctx, { departmentId, employeeId: silent, ...on(1, '09:00', '17:00') });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' });
    const { eventId, publicationId } = await lastEvent(ctx, 'schedule.published');
    const source = { organizationId: ctx.orgId, eventId };
    expect(await handle('notify-publication', source)).toEqual({ mails: 0 });
    const job = { ...source, publicationId, employeeId: silent, type: 'schedule_published' as const };
    expect(await handle('send-shift-notification', job)).toEqual({ sent: false });
    expect(await outbox.all()).toEqual([]);
    expect(await stand.queues['email-notifications'].getWaitingCount()).toBe(0);
  });

  workerTest('a handler reaches nothing of another organisation', async ({ ctx, make, handle, foreign }) => {
    const { locationId, departmentId } = await shop(make);
    const ida = await make.employee(departmentId);
    await createShift(ctx, { departmentId, employeeId: ida, ...on(1, '09:00', '17:00') });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' });
    const { eventId, publicationId } = await lastEvent(ctx, 'schedule.published');
    const elsewhere = { organizationId: foreign.ctx.orgId, eventId };
    await expect(handle('notify-publication', elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    const job = { ...elsewhere, publicationId, employeeId: ida, type: 'schedule_published' as const };
    expect(await handle('send-shift-notification', job)).toEqual({ sent: false });
  });
});
