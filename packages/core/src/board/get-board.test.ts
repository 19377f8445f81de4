import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '@vaktplan/db/schema';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { getBoard } from './get-board.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };

type Place = { location: string; department: string };
const boardTest = dbTest.extend<{
  place: Place;
  /** A person with a published shift today, by the location's wall clock. */
  planned: (name: string, from: string, to: string, at?: Place) => Promise<{ id: string; shift: string }>;
  clockIn: (ctx: Ctx, who: { id: string; shift: string | null }, at: string, at2?: Place) => Promise<string>;
}>({
  place: async ({ make }, use) => {
    const location = await make.location({ name: 'Harbour' });
    await use({ location, department: await make.department(location) });
  },
  planned: async ({ ctx, make, place }, use) => {
    await use(async (name, from, to, { location, department } = place) => {
      const id = await make.employee(department, { name, phone: '+45 11 22 33 44' });
      const shift = await createShift(ctx, {
        departmentId: department,
        employeeId: id,
        startsAt: `2025-12-01T${from}`,
        endsAt: `2025-12-01T${to}`,
      });
      await publishSchedule(ctx, { locationId: location, ...WEEK, notify: 'none' });
      return { id, shift: shift.id };
    });
  },
  clockIn: async ({ place }, use) => {
    await use(async (ctx, who, startedAt, { location } = place) => {
      const id = uuidv7();
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.insert(schema.timeEntries).values({
          organizationId: ctx.orgId,
          id,
          employeeId: who.id,
          shiftId: who.shift,
          locationId: location,
          startedAt,
          zone: 'Europe/Copenhagen',
          localDate: '2025-12-01',
        }),
      );
      return id;
    });
  },
});
const shown = async (ctx: Ctx, locationId?: string) =>
  (await getBoard(ctx, { locationId })).data.map(({ name, state, lateMinutes }) => [
    name,
    state,
    lateMinutes,
  ]);

describe('at nine in the morning', () => {
  boardTest(
    'in, on a break, late, missing, expected; each counted',
    async ({ ctx, place, planned, clockIn }) => {
      // the clock stands at 08:00 UTC, 09:00 here
      await clockIn(ctx, await planned('Ada', '08:00', '16:00'), '2025-12-01T06:58:00Z');
      await clockIn(ctx, await planned('Bo', '08:00', '16:00'), '2025-12-01T07:20:30Z');
      const pausing = await clockIn(ctx, await planned('Cy', '07:00', '15:00'), '2025-12-01T06:00:00Z');
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.insert(schema.timeEntryBreaks).values({
          organizationId: ctx.orgId,
          id: uuidv7(),
          timeEntryId: pausing,
          startedAt: '2025-12-01T07:50:00Z',
        }),
      );
      await planned('Di', '08:30', '16:00');
      await planned('Ed', '08:57', '16:00');
      await planned('Flo', '10:30', '16:00');
      await planned('Gus', '11:30', '16:00');
      const { data, meta } = await getBoard(ctx, { locationId: place.location });
      expect(data.map(({ name, state, lateMinutes }) => [name, state, lateMinutes])).toEqual([
        ['Ada', 'in', 0],
        ['Bo', 'in', 20],
        ['Cy', 'on_break', 0],
        ['Di', 'missing', 0],
        ['Ed', 'expected', 0],
        ['Flo', 'expected', 0],
      ]);
      expect(meta.counts).toEqual({ in: 2, onBreak: 1, late: 1, missing: 1, expected: 2 });
      expect(data.map(({ since }) => since)).toMatchObject({
        2: '2025-12-01T07:50:00Z',
        3: '2025-12-01T07:30:00Z',
      });
      expect(data[3]).toMatchObject({ phone: '+45 11 22 33 44', abilities: { replace: true } });
      expect(data[0]?.abilities.replace).toBe(false);
    },
  );

  boardTest(
    'back from lunch is not late; the shift is as published, not as somebody drafts it',
    async ({ ctx, place, planned, clockIn, clock }) => {
      const ada = await planned('Ada', '08:00', '16:00');
      const morning = await clockIn(ctx, ada, '2025-12-01T07:10:00Z');
      await ctx.db.transaction(ctx.orgId, async (tx) => {
        await tx.$client.query('update time_entries set ended_at = $2 where id = $1', [
          morning,
          '2025-12-01T11:00:00Z',
        ]);
        await tx.$client.query(`update shifts set starts_at = starts_at - interval '2 hours' where id = $1`, [
          ada.shift,
        ]);
      });
      clock.set('2025-12-01T12:00:00Z');
      await clockIn(ctx, ada, '2025-12-01T11:30:00Z');
      const { data } = await getBoard(ctx, { locationId: place.location });
      expect(data).toMatchObject([
        {
          state: 'in',
          since: '2025-12-01T11:30:00Z',
          lateMinutes: 10,
          shift: { startsAt: '2025-12-01T07:00:00Z' },
        },
      ]);
    },
  );

  boardTest(
    'who came without a shift is there; who has been is not missing',
    async ({ ctx, make, place, planned, clockIn, clock }) => {
      const helper = await make.employee(place.department, { name: 'Helper' });
      await clockIn(ctx, { id: helper, shift: null }, '2025-12-01T07:00:00Z');
      const early = await planned('Early', '06:00', '16:00');
      const entry = await clockIn(ctx, early, '2025-12-01T05:00:00Z');
      expect(await shown(ctx)).toEqual([
        ['Early', 'in', 0],
        ['Helper', 'in', 0],
      ]);
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query('update time_entries set ended_at = $2 where id = $1', [
          entry,
          '2025-12-01T07:30:00Z',
        ]),
      );
      expect(await shown(ctx)).toEqual([['Helper', 'in', 0]]);
      clock.advance({ hours: 8 });
      await planned('Tomorrow', '23:00', '23:59');
      expect(await shown(ctx)).toEqual([['Helper', 'in', 0]]);
    },
  );
});

boardTest(
  'only where one may read time entries, and phones only where one may read people',
  async ({ ctx, make, foreign, place, planned, clockIn }) => {
    const kitchen = { location: place.location, department: await make.department(place.location) };
    const far = await make.location();
    const there = { location: far, department: await make.department(far) };
    await clockIn(ctx, await planned('Bar', '08:00', '16:00'), '2025-12-01T07:00:00Z');
    await clockIn(ctx, await planned('Cook', '08:00', '16:00', kitchen), '2025-12-01T07:00:00Z');
    await planned('Far', '08:00', '16:00', there);
    const as = async (where: { locationId?: string; departmentId?: string }) =>
      make.as(ctx, await make.user('manager', where));
    const names = async (who: Ctx, locationId?: string) =>
      (await shown(who, locationId)).map(([name]) => name);
    expect(await names(ctx)).toEqual(['Bar', 'Cook', 'Far']);
    expect(await names(ctx, far)).toEqual(['Far']);
    expect(await names(await as({ locationId: place.location }))).toEqual(['Bar', 'Cook']);
    const cooksBoss = await as({ departmentId: kitchen.department });
    expect(await names(cooksBoss)).toEqual(['Cook']);
    expect(await names(cooksBoss, place.location)).toEqual(['Cook']);
    await expect(getBoard(cooksBoss, { locationId: far })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getBoard(foreign.ctx, { locationId: far })).rejects.toMatchObject({ code: 'not_found' });
    expect(await names(foreign.ctx)).toEqual([]);
    const employee = make.as(ctx, await make.user('employee'));
    await expect(getBoard(employee, {})).rejects.toMatchObject({ code: 'forbidden' });
  },
);
