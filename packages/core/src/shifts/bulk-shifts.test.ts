import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { BulkShiftsResult, type BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { dbTest } from '@vaktplan/testing/db-test';
import { bulkShifts } from './bulk-shifts.ts';
import { createShift } from './create-shift.ts';
import { deleteShift } from './delete-shift.ts';
import { getShift } from './get-shift.ts';
import { listShifts } from './list-shifts.ts';
import { updateShift } from './update-shift.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const day = (date: number, from = '09:00', to = '17:00') => ({
  startsAt: `2025-12-0${date}T${from}`,
  endsAt: `2025-12-0${date}T${to}`,
});
const codes = (result: BulkShiftsResult) => result.data.map((one) => (one.ok ? 'ok' : one.code));

const shop = dbTest.extend<{
  shop: { locationId: string; departmentId: string; ida: string; bo: string };
}>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const [ida, bo] = [await make.employee(departmentId), await make.employee(departmentId)];
    await use({ locationId, departmentId, ida, bo });
  },
});

describe('a list of changes', () => {
  shop('creates, changes, deletes, restores and copies, with one event each', async ({ ctx, shop }) => {
    const { departmentId, ida, bo } = shop;
    const made = await createShift(ctx, { departmentId, employeeId: ida, ...day(1) });
    const gone = await createShift(ctx, { departmentId, employeeId: bo, ...day(1) });
    const back = await createShift(ctx, { departmentId, employeeId: bo, ...day(3) });
    await deleteShift(ctx, back.id, 1);
    const id = uuidv7();
    const pause = { minutes: 30, paid: false };
    const result = await bulkShifts(ctx, {
      changes: [
        { op: 'create', shift: { id, departmentId, employeeId: ida, ...day(2), breaks: [pause] } },
        { op: 'update', id: made.id, version: 1, patch: { notes: 'Keys', breaks: [pause] } },
        { op: 'delete', id: gone.id, version: 1 },
        { op: 'restore', id: back.id, version: 2 },
        { op: 'copy', id: made.id, copy: { date: '2025-12-04' } },
      ],
    });
    expect(BulkShiftsResult.parse(result)).toEqual(result);
    expect(result.meta).toEqual({ done: 5, failed: 0 });
    expect(result.data).toMatchObject([
      { shift: { id, version: 1, paidMinutes: 450 } },
      { shift: { id: made.id, version: 2, notes: 'Keys', paidMinutes: 450 } },
      { shift: { id: gone.id, version: 2, state: 'deleted' } },
      { shift: { id: back.id, version: 3, state: 'draft' } },
      { shift: { localDate: '2025-12-04', employeeId: ida, version: 1 } },
    ]);
    for (const one of result.data)
      if (one.ok && one.shift.state !== 'deleted')
        expect(await getShift(ctx, one.shift.id)).toEqual(one.shift);
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'e', text: 'select event_type from events order by event_id desc limit 5', values: [] },
    ]);
    expect(events?.map((row) => row.event_type).toReversed()).toEqual([
      'shift.created',
      'shift.updated',
      'shift.deleted',
      'shift.updated',
      'shift.created',
    ]);
  });

  shop('one bad item fails alone, with the code of its single verb', async ({ ctx, shop, make, foreign }) => {
    const { departmentId, ida, bo } = shop;
    const left = await make.employee(departmentId, { status: 'deactivated' });
    const later = await make.employee(departmentId, { contract: '[2026-01-01,)' });
    const theirs = await foreign.make.employee(await foreign.make.department(await foreign.make.location()));
    const mine = await createShift(ctx, { departmentId, employeeId: ida, ...day(1) });
    await updateShift(ctx, mine.id, 1, { notes: 'newer' });
    const create = (more: object): BulkChange =>
      ({ op: 'create', shift: { departmentId, employeeId: bo, ...day(2), ...more } }) as BulkChange;
    const result = await bulkShifts(ctx, {
      changes: [
        create({}),
        create({ employeeId: left }),
        create({ employeeId: later }),
        create({ employeeId: theirs }),
        create({ departmentId: uuidv7() }),
        create({ endsAt: '2025-12-02T09:00' }),
        create({ startsAt: '2026-03-29T02:30', endsAt: '2026-03-29T08:00' }),
        create({ employeeId: ida, ...day(1, '12:00', '20:00') }),
        create({ ...day(2, '16:00', '18:00') }),
        { op: 'update', id: mine.id, version: 1, patch: { notes: 'older' } },
        { op: 'update', id: uuidv7(), version: 1, patch: {} },
        create({ positionId: uuidv7(), ...day(3) }),
        create({ ...day(2, '17:00', '18:00') }),
      ],
    });
    expect(codes(result)).toEqual([
      'ok',
      'employee_inactive',
      'outside_contract',
      'not_found',
      'not_found',
      'end_before_start',
      'local_time_missing',
      'shift_overlap',
      'shift_overlap',
      'version_conflict',
      'not_found',
      'not_found',
      'ok',
    ]);
    expect(result.data[9]).toMatchObject({ current: { id: mine.id, version: 2, notes: 'newer' } });
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(3);
  });

  shop('two people change places, and a row of shifts moves on by an hour', async ({ ctx, shop }) => {
    const { departmentId, ida, bo } = shop;
    const one = await createShift(ctx, { departmentId, employeeId: ida, ...day(1, '09:00', '12:00') });
    const two = await createShift(ctx, { departmentId, employeeId: ida, ...day(1, '12:00', '15:00') });
    const other = await createShift(ctx, { departmentId, employeeId: bo, ...day(1, '09:00', '12:00') });
    const swapped = await bulkShifts(ctx, {
      changes: [
        { op: 'update', id: one.id, version: 1, patch: { employeeId: bo } },
        { op: 'update', id: other.id, version: 1, patch: { employeeId: ida } },
      ],
    });
    expect(codes(swapped)).toEqual(['ok', 'ok']);
    const moved = await bulkShifts(ctx, {
      changes: [
        { op: 'update', id: other.id, version: 2, patch: day(1, '10:00', '13:00') },
        { op: 'update', id: two.id, version: 1, patch: day(1, '13:00', '16:00') },
        { op: 'delete', id: one.id, version: 2 },
        { op: 'create', shift: { departmentId, employeeId: bo, ...day(1, '08:00', '20:00') } },
      ],
    });
    expect(codes(moved)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  shop('changed back to what is published it is published again', async ({ ctx, shop }) => {
    const { departmentId, locationId, ida, bo } = shop;
    const { id } = await createShift(ctx, { departmentId, employeeId: ida, ...day(1) });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    const give = (employeeId: string, version: number) =>
      bulkShifts(ctx, { changes: [{ op: 'update', id, version, patch: { employeeId } }] });
    expect((await give(bo, 1)).data).toMatchObject([{ shift: { state: 'changed' } }]);
    expect((await give(ida, 2)).data).toMatchObject([{ shift: { state: 'published', version: 3 } }]);
    expect(await getShift(ctx, id)).toMatchObject({ state: 'published', version: 3 });
  });
});

describe('who and how much', () => {
  shop(
    'an employee and a manager of another department may not, item by item',
    async ({ ctx, shop, make }) => {
      const { departmentId, locationId, ida } = shop;
      const elsewhere = await make.department(locationId);
      const manager = make.as(ctx, await make.user('manager', { locationId, departmentId: elsewhere }));
      const shift = await createShift(ctx, { departmentId, employeeId: ida, ...day(1) });
      const changes: BulkChange[] = [
        { op: 'create', shift: { departmentId, ...day(2) } },
        { op: 'update', id: shift.id, version: 1, patch: { notes: 'x' } },
        { op: 'delete', id: shift.id, version: 1 },
        { op: 'copy', id: shift.id, copy: { date: '2025-12-05' } },
        { op: 'create', shift: { departmentId: elsewhere, ...day(2) } },
      ];
      const no = 'forbidden';
      expect(codes(await bulkShifts(manager, { changes }))).toEqual([no, no, no, no, 'ok']);
      const worker = make.as(ctx, await make.user('employee', { employeeId: ida }));
      expect(codes(await bulkShifts(worker, { changes }))).toEqual([no, no, no, no, no]);
    },
  );

  shop('shifts of another organisation are not there', async ({ ctx, shop, foreign }) => {
    const shift = await createShift(ctx, { departmentId: shop.departmentId, ...day(1) });
    const changes: BulkChange[] = [
      { op: 'update', id: shift.id, version: 1, patch: { notes: 'x' } },
      { op: 'delete', id: shift.id, version: 1 },
      { op: 'restore', id: shift.id, version: 1 },
      { op: 'copy', id: shift.id, copy: { date: '2025-12-05' } },
      { op: 'create', shift: { departmentId: shop.departmentId, ...day(2) } },
    ];
    expect(new Set(codes(await bulkShifts(foreign.ctx, { changes })))).toEqual(new Set(['not_found']));
  });

  shop('the same key answers again and writes once; ids twice are refused', async ({ ctx, shop }) => {
    const { departmentId } = shop;
    const once = { ...ctx, idempotency: { key: 'k', route: 'POST bulk', bodyHash: 'b' } };
    const id = uuidv7();
    const changes: BulkChange[] = [
      { op: 'create', shift: { id, departmentId, ...day(1) } },
      { op: 'create', shift: { id, departmentId, ...day(2) } },
      { op: 'create', shift: { departmentId, ...day(3) } },
    ];
    const first = await bulkShifts(once, { changes });
    expect(codes(first)).toEqual(['ok', 'idempotency_key_reused', 'ok']);
    expect(await bulkShifts(once, { changes })).toEqual(first);
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(2);
    const again = await bulkShifts(ctx, {
      changes: [
        { op: 'create', shift: { id, departmentId, ...day(4) } },
        { op: 'update', id, version: 1, patch: { notes: 'a' } },
        { op: 'update', id, version: 1, patch: { notes: 'b' } },
      ],
    });
    expect(codes(again)).toEqual(['idempotency_key_reused', 'version_conflict', 'version_conflict']);
  });

  shop('10,000 shifts pasted are refused with what to do; 500 are made', async ({ ctx, shop }) => {
    const { departmentId } = shop;
    const paste = (count: number): BulkChange[] =>
      Array.from({ length: count }, () => ({ op: 'create', shift: { departmentId, ...day(1) } }));
    expect(() => bulkShifts(ctx, { changes: paste(10_000) })).toThrow(
      expect.objectContaining({ code: 'too_many_changes', message: expect.stringContaining('500 at most') }),
    );
    const result = await bulkShifts(ctx, { changes: paste(500) });
    expect(result.meta).toEqual({ done: 500, failed: 0 });
  });

  shop('what only Postgres sees fails alone too', async ({ ctx, shop }) => {
    const { departmentId, ida } = shop;
    // the same person, written otherwise: the rules in memory compare text
    const result = await bulkShifts(ctx, {
      changes: [
        { op: 'create', shift: { departmentId, employeeId: ida, ...day(1) } },
        { op: 'create', shift: { departmentId, employeeId: ida.toUpperCase(), ...day(1, '12:00', '20:00') } },
        { op: 'create', shift: { departmentId, employeeId: ida, ...day(2) } },
      ],
    });
    expect(codes(result)).toEqual(['ok', 'shift_overlap', 'ok']);
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(2);
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'event_count', text: 'select count(*)::int as count from events', values: [] },
    ]);
    expect(events).toEqual([{ count: 2 }]);
  });

  shop('of two lists for the same people at once nobody is booked twice', async ({ ctx, shop, make }) => {
    const { departmentId } = shop;
    const people = await Promise.all(Array.from({ length: 10 }, () => make.employee(departmentId)));
    const list = (order: string[]): BulkChange[] =>
      order.map((employeeId) => ({ op: 'create', shift: { departmentId, employeeId, ...day(1) } }));
    const results = await Promise.all([
      bulkShifts(ctx, { changes: list(people) }),
      bulkShifts(ctx, { changes: list(people.toReversed()) }),
    ]);
    const done = results.map((result) => result.meta.done);
    expect((done[0] ?? 0) + (done[1] ?? 0)).toBe(10);
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(10);
  });
});
