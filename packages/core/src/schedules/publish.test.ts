import { describe, expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { restoreShift } from '../shifts/restore-shift.ts';
import { getShift } from '../shifts/get-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { listSchedules } from './list-schedules.ts';
import { createSchedule } from './create-schedule.ts';
import { previewPublish } from './preview-publish.ts';
import { publishSchedule } from './publish-schedule.ts';
import { unpublishSchedule } from './unpublish-schedule.ts';

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const code = (name: string) => expect.objectContaining({ code: name });

const shop = dbTest.extend<{ shop: { locationId: string; departmentId: string; ida: string; bo: string } }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    await use({
      locationId,
      departmentId,
      ida: await make.employee(departmentId, { name: 'Ida' }),
      bo: await make.employee(departmentId, { name: 'Bo' }),
    });
  },
});

describe('publishing', () => {
  shop(
    'employees see it only then, and go on seeing it until changes are published',
    async ({ ctx, shop, make }) => {
      const { locationId, departmentId, ida } = shop;
      const asIda = make.as(ctx, await make.user('employee', { employeeId: ida }));
      const shift = await createShift(ctx, {
        departmentId,
        employeeId: ida,
        ...MONDAY,
        breaks: [{ minutes: 30, paid: false }],
      });
      expect((await listShifts(asIda, WEEK)).data).toEqual([]);

      expect(await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' })).toMatchObject({
        published: 1,
        removed: 0,
        notified: 1,
      });
      expect((await listShifts(asIda, WEEK)).data).toMatchObject([
        { id: shift.id, state: 'published', paidMinutes: 450, abilities: { update: false } },
      ]);
      expect((await getShift(ctx, shift.id)).state).toBe('published');

      const moved = await updateShift(ctx, shift.id, 1, {
        startsAt: '2025-12-01T10:00',
        endsAt: '2025-12-01T18:00',
      });
      expect(moved.state).toBe('changed');
      expect((await getShift(asIda, shift.id)).startsAt).toBe('2025-12-01T08:00:00Z');

      const gone = await deleteShift(ctx, shift.id, 2);
      expect((await listShifts(ctx, WEEK)).data).toMatchObject([{ state: 'deleted' }]);
      expect((await listShifts(asIda, WEEK)).meta.count).toBe(1);
      expect(await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' })).toMatchObject({
        published: 0,
        removed: 1,
        notified: 0,
      });
      expect((await listShifts(asIda, WEEK)).data).toEqual([]);
      expect(gone.version).toBe(3);
    },
  );

  shop(
    'the preview says what changes for whom, a hand-over is one taken and one given',
    async ({ ctx, shop }) => {
      const { locationId, departmentId, ida, bo } = shop;
      const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
      await updateShift(ctx, shift.id, 1, { employeeId: bo });
      await createShift(ctx, { departmentId, ...MONDAY });
      const preview = await previewPublish(ctx, { locationId, ...WEEK });
      expect(preview).toMatchObject({ added: 1, changed: 1, removed: 0 });
      expect(preview.people.map((one) => [one.name, one.changes.map((change) => change.kind)])).toEqual([
        ['Bo', ['added']],
        ['Ida', ['removed']],
        ['Open shifts', ['added']],
      ]);
    },
  );

  shop('changed there and back is nothing to publish', async ({ ctx, shop }) => {
    const { locationId, departmentId } = shop;
    const shift = await createShift(ctx, { departmentId, ...MONDAY });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    expect((await updateShift(ctx, shift.id, 1, { notes: 'x' })).state).toBe('changed');
    expect((await updateShift(ctx, shift.id, 2, { notes: null })).state).toBe('published');
    expect((await listShifts(ctx, WEEK)).data).toMatchObject([{ state: 'published', version: 3 }]);
    await expect(publishSchedule(ctx, { locationId, ...WEEK, notify: 'all' })).rejects.toEqual(
      code('nothing_to_publish'),
    );
    await deleteShift(ctx, shift.id, 3);
    await restoreShift(ctx, shift.id, 4);
    expect((await previewPublish(ctx, { locationId, ...WEEK })).people).toEqual([]);
  });

  shop('a shift moved out of the range is still seen inside it, so it counts', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida } = shop;
    const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    await updateShift(ctx, shift.id, 1, { startsAt: '2025-12-10T09:00', endsAt: '2025-12-10T17:00' });
    expect((await previewPublish(ctx, { locationId, ...WEEK })).changed).toBe(1);
  });

  shop('unpublishing takes it from sight and keeps the plan', async ({ ctx, shop, make }) => {
    const { locationId, departmentId, ida } = shop;
    const asIda = make.as(ctx, await make.user('employee', { employeeId: ida }));
    const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    expect(await unpublishSchedule(ctx, { locationId, ...WEEK })).toEqual({
      unpublished: 1,
      notified: 1,
    });
    expect((await listShifts(asIda, WEEK)).data).toEqual([]);
    expect((await getShift(ctx, shift.id)).state).toBe('draft');
    await expect(unpublishSchedule(ctx, { locationId, ...WEEK })).rejects.toEqual(code('nothing_to_publish'));
  });

  shop('taking back says from whom, and tells whom one chooses', async ({ ctx, shop, foreign }) => {
    const { locationId, departmentId, ida, bo } = shop;
    const [mine, theirs] = [
      await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY }),
      await createShift(ctx, { departmentId, employeeId: bo, ...MONDAY }),
    ];
    const again = () => publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    await again();
    const first = { locationId, ...WEEK, shiftIds: [mine.id] };
    expect(await previewPublish(ctx, { ...first, takeBack: true })).toMatchObject({
      added: 0,
      changed: 0,
      removed: 1,
      people: [{ employeeId: ida, name: 'Ida', changes: [{ kind: 'removed', after: null }] }],
    });
    const told = async (notify: object) => {
      const { notified } = await unpublishSchedule(ctx, { ...first, ...notify });
      await again();
      return notified;
    };
    expect(await told({ notify: 'none' })).toBe(0);
    expect(await told({ notify: 'affected' })).toBe(1);
    expect(await told({ notify: 'all' })).toBe(2);
    expect(await told({ notify: 'listed', notifyEmployeeIds: [bo] })).toBe(1);
    const [events] = await ctx.db.read(ctx.orgId, [
      {
        name: 'u',
        text: "select payload->'notifyEmployeeIds' as told from events where event_type = 'schedule.unpublished' order by event_id",
        values: [],
      },
    ]);
    expect(events?.map((row) => row.told)).toEqual([[], [ida], expect.arrayContaining([ida, bo]), [bo]]);
    const stranger = await foreign.make.employee(
      await foreign.make.department(await foreign.make.location()),
    );
    await expect(
      unpublishSchedule(ctx, { ...first, notify: 'listed', notifyEmployeeIds: [stranger] }),
    ).rejects.toEqual(code('not_found'));
    expect((await getShift(ctx, theirs.id)).state).toBe('published');
  });

  shop(
    'a manager publishes their department and no other; employees and other tenants none',
    async ({ ctx, shop, make, foreign }) => {
      const { locationId, departmentId } = shop;
      const other = await make.department(locationId);
      await createShift(ctx, { departmentId, ...MONDAY });
      await createShift(ctx, { departmentId: other, ...MONDAY });
      const manager = make.as(ctx, await make.user('manager', { departmentId }));
      await expect(
        publishSchedule(manager, { locationId, ...WEEK, departmentIds: [other], notify: 'none' }),
      ).rejects.toEqual(code('forbidden'));
      expect((await publishSchedule(manager, { locationId, ...WEEK, notify: 'none' })).published).toBe(1);
      const employee = make.as(ctx, await make.user('employee', { employeeId: shop.bo }));
      await expect(publishSchedule(employee, { locationId, ...WEEK, notify: 'none' })).rejects.toEqual(
        code('forbidden'),
      );
      await expect(publishSchedule(foreign.ctx, { locationId, ...WEEK, notify: 'none' })).rejects.toEqual(
        code('not_found'),
      );
      expect((await listSchedules(employee, WEEK)).data.map((one) => one.state)).toEqual(['published']);
    },
  );

  shop('100 shifts of 40 people are one event that names 40', async ({ ctx, shop, make }) => {
    const { locationId, departmentId } = shop;
    const people: string[] = [];
    for (let i = 0; i < 40; i++) people.push(await make.employee(departmentId));
    for (let i = 0; i < 100; i++) {
      const day = 1 + Math.floor(i / 40);
      await createShift(ctx, {
        departmentId,
        employeeId: people[i % 40],
        startsAt: `2025-12-0${day}T09:00`,
        endsAt: `2025-12-0${day}T17:00`,
      });
    }
    expect(await publishSchedule(ctx, { locationId, ...WEEK, notify: 'affected' })).toMatchObject({
      published: 100,
      notified: 40,
    });
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'p', text: "select payload from events where event_type = 'schedule.published'", values: [] },
    ]);
    expect(events).toHaveLength(1);
  });
});

shop('periods of one department do not overlap', async ({ ctx, shop }) => {
  const made = await createSchedule(ctx, {
    departmentId: shop.departmentId,
    startDate: '2025-12-01',
    endDate: '2025-12-14',
  });
  await expect(
    createSchedule(ctx, { departmentId: shop.departmentId, startDate: '2025-12-14', endDate: '2025-12-20' }),
  ).rejects.toEqual(code('period_overlap'));
  const shift = await createShift(ctx, { departmentId: shop.departmentId, ...MONDAY });
  expect(shift.scheduleId).toBe(made.id);
});
