import fc from 'fast-check';
import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@vaktplan/db/database';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Make } from '@vaktplan/testing/make';
import type { Ctx } from '../context/ctx.ts';
import { notify } from '../notifications/notify.ts';
import { readAllNotifications } from '../notifications/read-all-notifications.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { unpublishSchedule } from '../schedules/unpublish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { freshCopy, Phone } from './phone.fixture.ts';

const RUNS = Number(process.env['SYNC_RUNS'] ?? 6);
const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };

/** A transaction that has written and waits to be let through. */
type Flight = { land: () => Promise<void> };
async function takeOff(ctx: Ctx, write: (tx: Tx) => Promise<unknown>): Promise<Flight> {
  const written = Promise.withResolvers<void>();
  const cleared = Promise.withResolvers<void>();
  const flight = ctx.db.transaction(ctx.orgId, async (tx) => {
    await write(tx);
    written.resolve();
    await cleared.promise;
  });
  flight.catch(written.reject);
  await written.promise;
  return {
    land: () => {
      cleared.resolve();
      return flight;
    },
  };
}

const tell = (ctx: Ctx, phone: Phone, title: string) => (tx: Tx) =>
  notify(tx, ctx, {
    said: { v: 1, what: 'correction_proposed', date: '2025-12-01', name: title, comment: title },
    link: null,
    userIds: [phone.ctx.actor.kind === 'user' ? phone.ctx.actor.userId : ''],
    dedupeKey: uuidv7(),
  });

const person = async (ctx: Ctx, make: Make) => {
  const locationId = await make.location();
  const departmentId = await make.department(locationId);
  const employeeId = await make.employee(departmentId);
  const phone = new Phone(make.as(ctx, await make.user('employee', { employeeId })));
  return { locationId, departmentId, employeeId, phone };
};

dbTest(
  'two writers in flight: who wrote first and commits last is not passed over',
  async ({ ctx, make, clock }) => {
    const { phone } = await person(ctx, make);
    await phone.sync();
    const slow = await takeOff(ctx, tell(ctx, phone, 'slow'));
    clock.advance({ seconds: 5 });
    const quick = await takeOff(ctx, tell(ctx, phone, 'quick'));
    await quick.land();
    await phone.sync();
    expect(phone.of('notification')).toMatchObject([{ body: 'quick' }]);
    const lastPosition = async () => {
      const [rows] = await ctx.db.read(ctx.orgId, [
        {
          name: 'positions',
          text: `select e.position, n.body as title, n.created_at as at from events e join notifications n on n.id::text = e.aggregate_id
               order by e.position`,
          values: [],
        },
      ]);
      return rows ?? [];
    };
    const seen = await lastPosition();
    await slow.land();
    const [first, second] = await lastPosition();
    // a cursor that is the last position, or the last time, would have gone past the slow one for good
    expect(seen).toMatchObject([{ title: 'quick' }]);
    expect([first?.['title'], second?.['title']]).toEqual(['slow', 'quick']);
    expect(Number(first?.['position'])).toBeLessThan(Number(seen[0]?.['position']));
    expect(Date.parse(String(first?.['at']))).toBeLessThan(Date.parse(String(seen[0]?.['at'])));

    await phone.sync();
    expect(phone.of('notification').length).toBe(2);
    expect(phone.all()).toEqual(await freshCopy(phone.ctx));
  },
);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('write') },
  { weight: 3, arbitrary: fc.nat(5).map((nr) => `land ${nr}`) },
  { weight: 2, arbitrary: fc.constant('plan') },
  { weight: 1, arbitrary: fc.constantFrom('take back', 'read all') },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((limit) => `page ${limit}`) },
  { weight: 1, arbitrary: fc.constantFrom('lost', 'twice', 'restart') },
);

dbTest(
  'whatever commits when, in pages, lost or taken twice: the phone ends with the same as a fresh copy',
  async ({ ctx, make, clock }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async (steps) => {
        const { locationId, departmentId, employeeId, phone } = await person(ctx, make);
        const flights: Flight[] = [];
        let planned = 0;
        let published = false;
        for (const [nr, text] of steps.entries()) {
          const [what, count] = text.split(' ');
          clock.advance({ seconds: 1 });
          if (what === 'write' && flights.length < 4) {
            flights.push(await takeOff(ctx, tell(ctx, phone, `news ${nr}`)));
          } else if (what === 'land') {
            await flights.splice(Number(count) % (flights.length || 1), 1)[0]?.land();
          } else if (what === 'plan' && planned < 7) {
            const day = `2025-12-0${++planned}`;
            const open = nr % 3 === 0;
            await createShift(ctx, {
              departmentId,
              employeeId: open ? null : employeeId,
              startsAt: `${day}T09:00`,
              endsAt: `${day}T17:00`,
            });
            await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
            published = true;
          } else if (text === 'take back' && published) {
            published = false;
            await unpublishSchedule(ctx, { locationId, ...WEEK });
          } else if (text === 'read all' && flights.length === 0) {
            await readAllNotifications(phone.ctx);
          } else if (what === 'page') phone.take(await phone.ask(Number(count)));
          else if (what === 'lost') await phone.ask(3);
          else if (what === 'restart') phone.cursor = undefined;
          else if (what === 'twice') {
            const page = await phone.ask(3);
            phone.take(page);
            phone.take(page);
          }
        }
        for (const flight of flights) await flight.land();
        await phone.sync(5);
        expect(phone.all()).toEqual(await freshCopy(phone.ctx));
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + RUNS * 3_000,
);
