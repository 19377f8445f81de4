import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { PublishPreview } from '@vaktplan/contracts/http/schedules';
import { organizations } from '@vaktplan/db/schema';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { getShift } from '../shifts/get-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { previewPublish } from './preview-publish.ts';
import { publishSchedule } from './publish-schedule.ts';
import { unpublishSchedule } from './unpublish-schedule.ts';

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const TUESDAY = { startsAt: '2025-12-02T09:00', endsAt: '2025-12-02T17:00' };
const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const code = (name: string) => expect.objectContaining({ code: name });

const shop = dbTest.extend<{
  shop: {
    locationId: string;
    departmentId: string;
    bar: string;
    harbour: { locationId: string; departmentId: string };
    ida: string;
    bo: string;
  };
}>({
  shop: async ({ make }, use) => {
    const locationId = await make.location({ name: 'Old Town' });
    const departmentId = await make.department(locationId, 'Kitchen');
    const harbour = await make.location({ name: 'Harbour' });
    await use({
      locationId,
      departmentId,
      bar: await make.department(locationId, 'Bar'),
      harbour: { locationId: harbour, departmentId: await make.department(harbour, 'Quay') },
      ida: await make.employee(departmentId, { name: 'Ida' }),
      bo: await make.employee(departmentId, { name: 'Bo' }),
    });
  },
});

describe('a selection', () => {
  shop('publishes those shifts alone, also one that was dragged to another week', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida, bo } = shop;
    const first = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    const second = await createShift(ctx, { departmentId, employeeId: bo, ...MONDAY });
    await updateShift(ctx, first.id, 1, { startsAt: '2025-12-09T09:00', endsAt: '2025-12-09T17:00' });
    const result = await publishSchedule(ctx, {
      locationId,
      ...WEEK,
      shiftIds: [first.id, first.id],
      notify: 'affected',
    });
    expect(result).toMatchObject({ published: 1, notified: 1 });
    expect((await getShift(ctx, first.id)).state).toBe('published');
    expect((await getShift(ctx, second.id)).state).toBe('draft');
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'p', text: "select payload from events where event_type = 'schedule.published'", values: [] },
    ]);
    expect(events?.[0]?.payload).toMatchObject({ startDate: '2025-12-01', endDate: '2025-12-09' });
    expect(await unpublishSchedule(ctx, { locationId, ...WEEK, shiftIds: [first.id] })).toEqual({
      unpublished: 1,
      notified: 1,
    });
  });

  shop(
    'with an id of elsewhere is refused whole: 404, or 403 for another department',
    async ({ ctx, shop, make, foreign }) => {
      const { locationId, departmentId, bar, harbour } = shop;
      const mine = await createShift(ctx, { departmentId, ...MONDAY });
      const inBar = await createShift(ctx, { departmentId: bar, ...MONDAY });
      const away = await createShift(ctx, { departmentId: harbour.departmentId, ...MONDAY });
      const foreignPlace = await foreign.make.department(await foreign.make.location());
      const theirs = await createShift(foreign.ctx, { departmentId: foreignPlace, ...MONDAY });
      const gone = await createShift(ctx, { departmentId, ...TUESDAY });
      await deleteShift(ctx, gone.id, 1);
      for (const other of [theirs.id, away.id, gone.id, uuidv7()]) {
        const asked = { locationId, ...WEEK, shiftIds: [mine.id, other] };
        await expect(previewPublish(ctx, asked)).rejects.toEqual(code('not_found'));
        await expect(publishSchedule(ctx, { ...asked, notify: 'none' })).rejects.toEqual(code('not_found'));
        await expect(unpublishSchedule(ctx, asked)).rejects.toEqual(code('not_found'));
      }
      const cook = make.as(ctx, await make.user('manager', { departmentId }));
      await expect(
        publishSchedule(cook, { locationId, ...WEEK, shiftIds: [mine.id, inBar.id], notify: 'none' }),
      ).rejects.toEqual(code('forbidden'));
      expect((await getShift(ctx, mine.id)).state).toBe('draft');
    },
  );
});

describe('a published shift that is moved', () => {
  shop(
    'to another location is seen at the old one until either of the two is published',
    async ({ ctx, shop, make }) => {
      const { locationId, departmentId, harbour, ida } = shop;
      const asIda = make.as(ctx, await make.user('employee', { employeeId: ida }));
      const seen = async () => (await listShifts(asIda, WEEK)).data.map((one) => one.locationId);
      const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
      const moved = await updateShift(ctx, shift.id, 1, { departmentId: harbour.departmentId });
      expect(moved).toMatchObject({ state: 'changed', published: { locationId } });
      expect(await seen()).toEqual([locationId]);

      expect(await previewPublish(ctx, { locationId, ...WEEK })).toMatchObject({ removed: 1, changed: 0 });
      expect(await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' })).toMatchObject({
        published: 0,
        removed: 1,
      });
      expect(await seen()).toEqual([]);
      expect(await getShift(ctx, shift.id)).toMatchObject({ state: 'draft', published: null, version: 2 });

      await publishSchedule(ctx, { locationId: harbour.locationId, ...WEEK, notify: 'none' });
      expect(await seen()).toEqual([harbour.locationId]);
      await updateShift(ctx, shift.id, 2, { departmentId });
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
      expect(await seen()).toEqual([locationId]);
      await expect(
        publishSchedule(ctx, { locationId: harbour.locationId, ...WEEK, notify: 'none' }),
      ).rejects.toEqual(code('nothing_to_publish'));
    },
  );

  shop(
    'to a department that is not the publisher’s is only taken away, and waits there',
    async ({ ctx, shop, make }) => {
      const { locationId, departmentId, bar, ida } = shop;
      const cook = make.as(ctx, await make.user('manager', { departmentId }));
      const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
      await updateShift(ctx, shift.id, 1, { departmentId: bar });
      expect(await publishSchedule(cook, { locationId, ...WEEK, notify: 'none' })).toMatchObject({
        removed: 1,
      });
      expect((await getShift(ctx, shift.id)).state).toBe('draft');
    },
  );
});

describe('whom to tell', () => {
  shop('a list of people, and nobody of another organisation', async ({ ctx, shop, foreign }) => {
    const { locationId, departmentId, ida, bo } = shop;
    await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    const stranger = await foreign.make.employee(
      await foreign.make.department(await foreign.make.location()),
    );
    const publish = (notifyEmployeeIds: string[]) =>
      publishSchedule(ctx, { locationId, ...WEEK, notify: 'listed', notifyEmployeeIds });
    await expect(publish([bo, stranger])).rejects.toEqual(code('not_found'));
    expect(await publish([bo, bo])).toMatchObject({ published: 1, notified: 1 });
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'p', text: "select payload from events where event_type = 'schedule.published'", values: [] },
    ]);
    expect(events).toHaveLength(1);
    expect(events?.[0]?.payload).toMatchObject({ affectedEmployeeIds: [ida], notifyEmployeeIds: [bo] });
  });
});

shop('the preview says in words what was and what will be', async ({ ctx, shop, make }) => {
  await ctx.db.transaction(ctx.orgId, (tx) => tx.update(organizations).set({ locale: 'en-GB' }));
  const { locationId, departmentId, ida, bo } = shop;
  const barista = await make.position(departmentId, 'Barista');
  const shift = await createShift(ctx, { departmentId, employeeId: ida, positionId: barista, ...MONDAY });
  await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
  await updateShift(ctx, shift.id, 1, {
    ...TUESDAY,
    positionId: null,
    notes: 'Bring keys',
    breaks: [{ minutes: 30, paid: false }],
  });
  await createShift(ctx, {
    departmentId,
    employeeId: bo,
    startsAt: '2025-12-01T22:00',
    endsAt: '2025-12-02T06:00',
  });
  const preview = PublishPreview.parse(await previewPublish(ctx, { locationId, ...WEEK }));
  expect(preview.people.map((one) => [one.name, ...one.changes.map((change) => change.words)])).toEqual([
    ['Bo', 'Mon 1 Dec, 22:00–06:00 (Tue), Kitchen'],
    [
      'Ida',
      'Mon 1 Dec, 09:00–17:00 → Tue 2 Dec, 09:00–17:00; Barista → Kitchen; no break → 30 min break; no note → “Bring keys”',
    ],
  ]);
  expect(preview.people[1]?.changes[0]?.before).toMatchObject({
    positionName: 'Barista',
    locationName: 'Old Town',
  });
});

shop('publishing while a colleague drags: the newer of both is seen, none is lost', async ({ ctx, shop }) => {
  const { locationId, departmentId } = shop;
  const shifts = await Promise.all(
    Array.from({ length: 30 }, () =>
      createShift(ctx, { departmentId, ...MONDAY, breaks: [{ minutes: 30, paid: false }] }),
    ),
  );
  const [drags, publication] = await Promise.all([
    Promise.allSettled(
      shifts.map((shift) =>
        updateShift(ctx, shift.id, 1, { ...TUESDAY, breaks: [{ minutes: 45, paid: false }] }),
      ),
    ),
    publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' }),
  ]);
  expect(drags.filter((drag) => drag.status === 'fulfilled')).toHaveLength(30);
  expect(publication.published).toBe(30);
  for (const one of (await listShifts(ctx, WEEK)).data) {
    expect(one).toMatchObject({ version: 2, localDate: '2025-12-02', breaks: [{ minutes: 45 }] });
    // what employees see is the plan of before or after the drag, whole: never new times with old breaks
    if (one.state === 'changed')
      expect(one.published).toMatchObject({ localDate: '2025-12-01', breaks: [{ minutes: 30 }] });
    else expect(one).toMatchObject({ state: 'published', publishedVersion: 2 });
  }
  const seen = (await listShifts(ctx, { ...WEEK, view: 'published' })).data;
  expect(seen).toHaveLength(30);
  for (const one of seen) expect([one.localDate, one.breaks[0]?.minutes]).toSatisfy(whole);
});

shop('two publish at once: one does, for the other nothing is left', async ({ ctx, shop }) => {
  const { locationId, departmentId } = shop;
  for (let nr = 0; nr < 10; nr++) await createShift(ctx, { departmentId, ...MONDAY });
  const publish = () => publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
  const both = await Promise.allSettled([publish(), publish()]);
  const done = both.filter((one) => one.status === 'fulfilled');
  const left = both.filter((one) => one.status === 'rejected');
  expect(done.map((one) => one.value.published)).toEqual([10]);
  expect(left.map((one) => one.reason as unknown)).toEqual([code('nothing_to_publish')]);
  const [rows] = await ctx.db.read(ctx.orgId, [
    { name: 'n', text: 'select count(*)::int as snapshots from shift_publications', values: [] },
  ]);
  expect(rows).toEqual([{ snapshots: 10 }]);
});

const whole = ([day, minutes]: [string, number]) => (day === '2025-12-01' ? minutes === 30 : minutes === 45);
