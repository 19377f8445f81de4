import { expect } from 'vitest';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { registerDevice } from '@vaktplan/core/devices/register-device';
import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { unpublishSchedule } from '@vaktplan/core/schedules/unpublish-schedule';
import { createShift } from '@vaktplan/core/shifts/create-shift';
import { updateShift } from '@vaktplan/core/shifts/update-shift';
import { DomainEvent } from '@vaktplan/contracts/events';
import type { JobPayload } from '@vaktplan/contracts/jobs';
import type { Make } from '@vaktplan/testing/make';
import { jobsOf } from '../relay/interested.ts';
import { workerTest } from '../worker.fixture.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };

/** Publishes, changes, publishes and takes back; the people have the same names everywhere. */
const live = async (ctx: Ctx, make: Make): Promise<void> => {
  const locationId = await make.location({ name: 'Torvet' });
  const departmentId = await make.department(locationId, 'Floor');
  const at = (nr: number) => ({ name: `Person ${nr}`, email: `person-${nr}@example.com` });
  const people = await Promise.all([1, 2, 3].map((nr) => make.employee(departmentId, at(nr))));
  for (const employeeId of people) {
    const own = make.as(ctx, await make.user('employee', { employeeId }));
    const push = { provider: 'fcm', token: crypto.randomUUID() } as const;
    await registerDevice(own, { platform: 'android', name: 'Phone', appVersion: '1', push });
  }
  const [first, second] = people as [string, string];
  const day = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
  const shift = await createShift(ctx, { departmentId, employeeId: first, ...day });
  await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' });
  await updateShift(ctx, shift.id, 1, { employeeId: second });
  await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' });
  await unpublishSchedule(ctx, { locationId, ...WEEK });
};

const eventsOf = async (ctx: Ctx): Promise<DomainEvent[]> => {
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'events_lived',
      text: `select event_id as "eventId", event_type as "eventType", aggregate_id as "aggregateId", aggregate_type as "aggregateType",
               organization_id as "organizationId", payload, metadata from events where organization_id = $1 order by position`,
      values: [ctx.orgId],
    },
  ]);
  return (rows ?? []).map((row) => DomainEvent.parse(row));
};

const toldIn = async (ctx: Ctx) => {
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'told_lived',
      text: `select e.name, n.kind, n.title, n.body, n.link from notifications n
             join employees e on e.organization_id = n.organization_id and e.user_id = n.user_id
             where n.organization_id = $1 order by e.name, n.kind, n.body`,
      values: [ctx.orgId],
    },
  ]);
  return rows;
};

workerTest(
  'each event delivered three times and in reverse order tells people the same as once in order',
  async ({ ctx, make, foreign, handle, stand, outbox, tools, phones }) => {
    const pushed: string[] = [];
    tools.sendPush = async (target, message) => {
      pushed.push(`${target.token} ${message.collapseId}`);
      await phones.send(target, message);
    };
    const email = stand.queues['email-notifications'];
    const deliver = async (events: readonly DomainEvent[]) => {
      for (const event of events) {
        for (const { name, data } of jobsOf(event))
          if (name === 'notify-publication') await handle(name, data as JobPayload<'notify-publication'>);
      }
      for (const job of await email.getWaiting())
        await handle('send-shift-notification', job.data as JobPayload<'send-shift-notification'>);
    };
    await live(ctx, make);
    await live(foreign.ctx, foreign.make);

    await deliver(await eventsOf(ctx));
    const inOrder = (await outbox.all()).map(({ to, subject, text }) => ({ to, subject, text }));
    await email.obliterate({ force: true });
    const reversed = (await eventsOf(foreign.ctx)).toReversed();
    for (let time = 0; time < 3; time++) await deliver(reversed);
    const everything = (await outbox.all()).map(({ to, subject, text }) => ({ to, subject, text }));

    expect(inOrder).toHaveLength(4);
    expect(everything).toHaveLength(8);
    const sorted = (mails: typeof everything) => mails.map((mail) => JSON.stringify(mail)).toSorted();
    expect(sorted(everything)).toEqual(sorted([...inOrder, ...inOrder]));
    const told = await toldIn(ctx);
    expect(told).toHaveLength(4);
    expect(await toldIn(foreign.ctx)).toEqual(told);

    for (const { orgId } of [ctx, foreign.ctx]) {
      const events = (await eventsOf({ ...ctx, orgId })).toReversed();
      const jobs = [...events, ...events, ...events].flatMap((event) => jobsOf(event));
      for (const { name, data } of jobs)
        if (name === 'send-push') await handle(name, data as JobPayload<'send-push'>);
    }
    expect(pushed).toHaveLength(8);
    expect(new Set(pushed).size).toBe(8);
  },
);
