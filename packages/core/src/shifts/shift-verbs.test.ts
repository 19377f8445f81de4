import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ShiftView } from '@vaktplan/contracts/http/shifts';
import { dbTest } from '@vaktplan/testing/db-test';
import { copyShift } from './copy-shift.ts';
import { createShift } from './create-shift.ts';
import { deleteShift } from './delete-shift.ts';
import { restoreShift } from './restore-shift.ts';
import { getShift } from './get-shift.ts';
import { listShifts } from './list-shifts.ts';
import { updateShift } from './update-shift.ts';

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const code = (name: string) => expect.objectContaining({ code: name });

const shop = dbTest.extend<{ shop: { locationId: string; departmentId: string; employeeId: string } }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    await use({ locationId, departmentId, employeeId: await make.employee(departmentId) });
  },
});

describe('creating', () => {
  shop('a draft at wall-clock times, with its event', async ({ ctx, shop }) => {
    const shift = await createShift(ctx, {
      ...shop,
      ...MONDAY,
      departmentId: shop.departmentId,
      breaks: [{ minutes: 30, paid: false }],
    } as never);
    expect(ShiftView.parse(shift)).toMatchObject({
      startsAt: '2025-12-01T08:00:00Z',
      localDate: '2025-12-01',
      minutes: 480,
      paidMinutes: 450,
      state: 'draft',
      version: 1,
      abilities: { update: true, delete: true },
    });
    const [events] = await ctx.db.read(ctx.orgId, [
      {
        name: 'e',
        text: 'select event_type, payload from events where aggregate_id = $1',
        values: [shift.id],
      },
    ]);
    expect(events).toEqual([
      { event_type: 'shift.created', payload: expect.objectContaining({ shiftId: shift.id, version: 1 }) },
    ]);
  });

  shop('overlap is refused, touching is not, open shifts may lie over each other', async ({ ctx, shop }) => {
    const { departmentId, employeeId } = shop;
    await createShift(ctx, { departmentId, employeeId, ...MONDAY });
    await expect(
      createShift(ctx, {
        departmentId,
        employeeId,
        startsAt: '2025-12-01T16:59',
        endsAt: '2025-12-01T20:00',
      }),
    ).rejects.toEqual(code('shift_overlap'));
    await createShift(ctx, {
      departmentId,
      employeeId,
      startsAt: '2025-12-01T17:00',
      endsAt: '2025-12-01T20:00',
    });
    await createShift(ctx, { departmentId, ...MONDAY });
    await createShift(ctx, { departmentId, ...MONDAY });
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(4);
  });

  shop('of 20 at once for one person exactly one is made', async ({ ctx, shop }) => {
    const { departmentId, employeeId } = shop;
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => createShift(ctx, { departmentId, employeeId, ...MONDAY })),
    );
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toEqual(code('shift_overlap'));
  });

  shop(
    'nights without or with two half past twos ask; contracts and deactivation count',
    async ({ ctx, shop, make }) => {
      const { departmentId } = shop;
      await expect(
        createShift(ctx, { departmentId, startsAt: '2026-03-29T02:30', endsAt: '2026-03-29T08:00' }),
      ).rejects.toEqual(code('local_time_missing'));
      await expect(
        createShift(ctx, { departmentId, startsAt: '2025-10-25T22:00', endsAt: '2025-10-26T02:30' }),
      ).rejects.toEqual(code('local_time_ambiguous'));
      const late = await createShift(ctx, {
        departmentId,
        startsAt: '2025-10-25T22:00',
        endsAt: '2025-10-26T02:30',
        endsAtFold: 'later',
      });
      expect(late.minutes).toBe(330);
      const temp = await make.employee(departmentId, { contract: '[2025-11-01,2025-12-01)' });
      await expect(createShift(ctx, { departmentId, employeeId: temp, ...MONDAY })).rejects.toEqual(
        code('outside_contract'),
      );
      const free = await make.employee(departmentId, { contract: null });
      expect((await createShift(ctx, { departmentId, employeeId: free, ...MONDAY })).employeeId).toBe(free);
      const gone = await make.employee(departmentId, { status: 'deactivated' });
      await expect(createShift(ctx, { departmentId, employeeId: gone, ...MONDAY })).rejects.toEqual(
        code('employee_inactive'),
      );
    },
  );
});

describe('who may', () => {
  shop('another tenant is not there, in path and body', async ({ ctx, shop, foreign }) => {
    const shift = await createShift(ctx, { departmentId: shop.departmentId, ...MONDAY });
    await expect(createShift(foreign.ctx, { departmentId: shop.departmentId, ...MONDAY })).rejects.toEqual(
      code('not_found'),
    );
    await expect(updateShift(foreign.ctx, shift.id, 1, { notes: 'x' })).rejects.toEqual(code('not_found'));
    await expect(getShift(foreign.ctx, shift.id)).rejects.toEqual(code('not_found'));
    const theirs = await foreign.make.employee(await foreign.make.department(await foreign.make.location()));
    await expect(
      createShift(ctx, { departmentId: shop.departmentId, employeeId: theirs, ...MONDAY }),
    ).rejects.toEqual(code('not_found'));
    expect((await listShifts(foreign.ctx, WEEK)).data).toEqual([]);
  });

  shop('a manager of one department stays in it; an employee only looks', async ({ ctx, shop, make }) => {
    const other = await make.department(shop.locationId);
    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.departmentId }));
    const mine = await createShift(manager, { departmentId: shop.departmentId, ...MONDAY });
    await expect(createShift(manager, { departmentId: other, ...MONDAY })).rejects.toEqual(code('forbidden'));
    await expect(updateShift(manager, mine.id, 1, { departmentId: other })).rejects.toEqual(
      code('forbidden'),
    );
    const theirs = await createShift(ctx, { departmentId: other, ...MONDAY });
    await expect(deleteShift(manager, theirs.id, 1)).rejects.toEqual(code('forbidden'));
    expect((await listShifts(manager, WEEK)).data.map((shift) => shift.id)).toEqual([mine.id]);
    const employee = make.as(ctx, await make.user('employee', { employeeId: shop.employeeId }));
    await expect(createShift(employee, { departmentId: shop.departmentId, ...MONDAY })).rejects.toEqual(
      code('forbidden'),
    );
    await expect(updateShift(employee, mine.id, 1, { notes: 'x' })).rejects.toEqual(code('forbidden'));
    await expect(getShift(employee, mine.id)).rejects.toEqual(code('not_found'));
    expect((await listShifts(employee, WEEK)).data).toEqual([]);
  });
});

describe('changing', () => {
  shop(
    'a stale version gets the newer view; a missing one is asked for; nothing changed keeps it',
    async ({ ctx, shop }) => {
      const shift = await createShift(ctx, { departmentId: shop.departmentId, ...MONDAY });
      const moved = await updateShift(ctx, shift.id, 1, { employeeId: shop.employeeId });
      expect(moved).toMatchObject({ version: 2, employeeId: shop.employeeId });
      await expect(updateShift(ctx, shift.id, 1, { notes: 'late' })).rejects.toMatchObject({
        code: 'version_conflict',
        current: moved,
      });
      await expect(updateShift(ctx, shift.id, undefined, { notes: 'x' })).rejects.toEqual(
        code('version_missing'),
      );
      expect((await updateShift(ctx, shift.id, 2, { employeeId: shop.employeeId })).version).toBe(2);
    },
  );

  shop('of many edits of one version exactly one wins', async ({ ctx, shop }) => {
    const shift = await createShift(ctx, { departmentId: shop.departmentId, ...MONDAY });
    for (let version = 1; version <= 20; version++) {
      const pair = await Promise.allSettled([
        updateShift(ctx, shift.id, version, { notes: `a${version}` }),
        updateShift(ctx, shift.id, version, { notes: `b${version}` }),
      ]);
      expect(pair.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    }
    expect((await getShift(ctx, shift.id)).version).toBe(21);
  });

  shop('deleting and restoring, and the place taken meanwhile', async ({ ctx, shop }) => {
    const { departmentId, employeeId } = shop;
    const shift = await createShift(ctx, { departmentId, employeeId, ...MONDAY });
    expect((await deleteShift(ctx, shift.id, 1)).state).toBe('deleted');
    expect((await listShifts(ctx, WEEK)).data).toEqual([]);
    await expect(updateShift(ctx, shift.id, 2, { notes: 'x' })).rejects.toEqual(code('shift_deleted'));
    const instead = await createShift(ctx, { departmentId, employeeId, ...MONDAY });
    await expect(restoreShift(ctx, shift.id, 2)).rejects.toEqual(code('shift_overlap'));
    await deleteShift(ctx, instead.id, 1);
    expect(await restoreShift(ctx, shift.id, 2)).toMatchObject({ state: 'draft', version: 3 });
  });

  shop('a copy keeps the wall clock over the night the clocks change', async ({ ctx, shop }) => {
    const night = await createShift(ctx, {
      departmentId: shop.departmentId,
      startsAt: '2025-10-18T22:00',
      endsAt: '2025-10-19T06:00',
    });
    const copy = await copyShift(ctx, night.id, { date: '2025-10-25' });
    expect(copy).toMatchObject({
      startsAt: '2025-10-25T20:00:00Z',
      endsAt: '2025-10-26T05:00:00Z',
      minutes: 540,
      localDate: '2025-10-25',
    });
  });
});

shop(
  'an archived position is kept by the shift that has it, and by no other',
  async ({ ctx, shop, make }) => {
    const { departmentId } = shop;
    const positionId = await make.position(departmentId);
    const shift = await createShift(ctx, { departmentId, positionId, ...MONDAY });
    await ctx.db.transaction(ctx.orgId, (tx) =>
      tx.$client.query('update positions set archived_at = now() where id = $1', [positionId]),
    );
    expect((await updateShift(ctx, shift.id, 1, { notes: 'still here' })).positionId).toBe(positionId);
    await expect(createShift(ctx, { departmentId, positionId, ...MONDAY })).rejects.toEqual(
      code('not_found'),
    );
    await expect(copyShift(ctx, shift.id, { date: '2025-12-02' })).rejects.toEqual(code('not_found'));
    await deleteShift(ctx, shift.id, 2);
    await expect(copyShift(ctx, shift.id, { date: '2025-12-02' })).rejects.toEqual(code('shift_deleted'));
  },
);

shop(
  'a repeated key gives the first answer, another body is refused, 50 at once make one shift',
  async ({ ctx, shop }) => {
    const key = { key: uuidv7(), route: 'POST /shifts', bodyHash: 'a' };
    const input = { departmentId: shop.departmentId, ...MONDAY };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => createShift({ ...ctx, idempotency: key }, input)),
    );
    expect(new Set(answers.map((shift) => JSON.stringify(Object.entries(shift).sort()))).size).toBe(1);
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(1);
    await expect(createShift({ ...ctx, idempotency: { ...key, bodyHash: 'b' } }, input)).rejects.toEqual(
      code('idempotency_key_reused'),
    );
  },
);
