import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CreatePunch, ListTimeEntriesQuery } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { listTimeEntries } from './list-time-entries.ts';
import { recordPunch } from './record-punch.ts';

const tap = (ctx: Ctx, kind: CreatePunch['kind']) => recordPunch(ctx, { id: uuidv7(), kind });
const december = { startDate: '2025-12-01', endDate: '2025-12-31' };
const people = async (ctx: Ctx, query: Partial<ListTimeEntriesQuery> = {}) =>
  (await listTimeEntries(ctx, { ...december, ...query })).data.map((entry) => entry.employeeId);

describe('listTimeEntries', () => {
  dbTest(
    'own ones, those of a manager’s places, all for the owner',
    async ({ ctx, make, clock, foreign }) => {
      const here = await makeClocker(ctx, make);
      const there = await makeClocker(ctx, make);
      const strange = await makeClocker(foreign.ctx, foreign.make);
      for (const one of [here, there, strange]) {
        clock.advance({ minutes: 1 });
        await tap(one.as, 'in');
      }
      const manager = make.as(ctx, await make.user('manager', { departmentId: here.departmentId }));
      expect(await people(ctx)).toEqual([here.employeeId, there.employeeId]);
      expect(await people(ctx, { locationId: there.locationId })).toEqual([there.employeeId]);
      expect(await people(manager)).toEqual([here.employeeId]);
      expect(await people(manager, { employeeId: here.employeeId })).toEqual([here.employeeId]);
      expect(await people(here.as)).toEqual([here.employeeId]);
      expect(await people(there.as, { employeeId: there.employeeId })).toEqual([there.employeeId]);

      const forbidden = { code: 'forbidden' };
      await expect(people(manager, { employeeId: there.employeeId })).rejects.toMatchObject(forbidden);
      await expect(people(here.as, { employeeId: there.employeeId })).rejects.toMatchObject(forbidden);
      for (const who of [ctx, manager, here.as]) {
        await expect(people(who, { employeeId: strange.employeeId })).rejects.toMatchObject({
          code: 'not_found',
        });
      }
      expect(await people(ctx, { locationId: strange.locationId })).toEqual([]);
    },
  );

  dbTest('a manager who works sees their own entries elsewhere too', async ({ ctx, make }) => {
    const place = await makeClocker(ctx, make);
    const elsewhere = await makeClocker(ctx, make);
    const actor = await make.user('manager', { departmentId: elsewhere.departmentId });
    const working = make.as(ctx, { ...actor, employeeId: place.employeeId });
    await tap(working, 'in');
    expect(await people(working)).toEqual([place.employeeId]);
  });

  dbTest(
    'by the business day the work began on, with breaks and what was worked',
    async ({ ctx, make, clock }) => {
      const { as } = await makeClocker(ctx, make);
      clock.set('2025-12-02T22:30:00Z');
      await tap(as, 'in');
      clock.advance({ hours: 2 });
      await tap(as, 'break_start');
      clock.advance({ minutes: 30 });
      await tap(as, 'break_end');
      clock.advance({ hours: 5 });
      await tap(as, 'out');
      const { data, meta } = await listTimeEntries(as, { startDate: '2025-12-02', endDate: '2025-12-02' });
      expect(meta.count).toBe(1);
      expect(data).toMatchObject([
        {
          localDate: '2025-12-02',
          workedMinutes: 420,
          state: 'complete',
          breaks: [{ endedAt: '2025-12-03T01:00:00Z' }],
        },
      ]);
      expect(await people(as, { startDate: '2025-12-03', endDate: '2025-12-31' })).toEqual([]);
      const nobody = { kind: 'user' as const, userId: uuidv7(), employeeId: null, grants: [] };
      await expect(people(make.as(ctx, nobody))).rejects.toMatchObject({ code: 'forbidden' });
    },
  );
});
