import { describe, expect } from 'vitest';
import { AsSeenList, PublicationHistory, PublishedPeople } from '@vaktplan/contracts/http/schedule-history';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { listAsSeen } from './list-as-seen.ts';
import { listPublicationHistory } from './list-publication-history.ts';
import { listPublishedPeople } from './list-published-people.ts';
import { publishSchedule } from './publish-schedule.ts';
import { unpublishSchedule } from './unpublish-schedule.ts';

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const TUESDAY = { startsAt: '2025-12-02T09:00', endsAt: '2025-12-02T17:00' };
const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const code = (name: string) => expect.objectContaining({ code: name });

type Shop = { locationId: string; departmentId: string; ida: string; bo: string; asIda: Ctx; asBo: Ctx };
const shop = dbTest.extend<{ shop: Shop }>({
  shop: async ({ make, ctx }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const ida = await make.employee(departmentId, { name: 'Ida' });
    const bo = await make.employee(departmentId, { name: 'Bo' });
    const asIda = make.as(ctx, await make.user('employee', { employeeId: ida }));
    const asBo = make.as(ctx, await make.user('employee', { employeeId: bo }));
    await use({ locationId, departmentId, ida, bo, asIda, asBo });
  },
});

/** What the person's screen shows now, in the words of the history. */
const screen = async (ctx: Ctx) =>
  (await listShifts(ctx, { ...WEEK, view: 'published' })).data.map((one) => [
    one.id,
    one.employeeId,
    one.startsAt,
    one.notes,
    one.breaks,
  ]);
const asSeen = async (ctx: Ctx, employeeId: string, at: string) =>
  AsSeenList.parse(await listAsSeen(ctx, { ...WEEK, employeeId, at })).data.map((one) => [
    one.shiftId,
    one.employeeId,
    one.startsAt,
    one.notes,
    one.breaks,
  ]);

describe('what a person saw', () => {
  shop('is, at every instant, what their screen showed then', async ({ ctx, shop, clock }) => {
    const { locationId, departmentId, ida, bo, asIda, asBo } = shop;
    const remembered: { at: string; ida: unknown; bo: unknown }[] = [];
    const remember = async () => {
      clock.advance({ minutes: 10 });
      remembered.push({ at: clock.now().toString(), ida: await screen(asIda), bo: await screen(asBo) });
      clock.advance({ minutes: 10 });
    };
    const publish = async () => {
      await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
      await remember();
    };
    await remember();
    const early = await createShift(ctx, {
      departmentId,
      employeeId: ida,
      ...MONDAY,
      breaks: [{ minutes: 30, paid: false }],
    });
    const late = await createShift(ctx, { departmentId, employeeId: bo, ...TUESDAY });
    await createShift(ctx, { departmentId, ...MONDAY, notes: 'Who can?' });
    await publish();
    await updateShift(ctx, early.id, 1, { notes: 'Bring keys', breaks: [{ minutes: 45, paid: true }] });
    await remember();
    await publish();
    await updateShift(ctx, early.id, 2, { employeeId: bo });
    await publish();
    await deleteShift(ctx, late.id, 1);
    await remember();
    await publish();
    await unpublishSchedule(ctx, { locationId, ...WEEK });
    await remember();
    await updateShift(ctx, early.id, 3, { startsAt: '2025-12-20T09:00', endsAt: '2025-12-20T17:00' });
    await publish();

    expect(remembered).toHaveLength(9);
    for (const moment of remembered) {
      expect(await asSeen(ctx, ida, moment.at)).toEqual(moment.ida);
      expect(await asSeen(asIda, ida, moment.at)).toEqual(moment.ida);
      expect(await asSeen(ctx, bo, moment.at)).toEqual(moment.bo);
    }
  });

  shop('changes at the marks, each saying how', async ({ ctx, shop, clock }) => {
    const { locationId, departmentId, ida, bo, asIda } = shop;
    const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    const publish = () => {
      clock.advance({ minutes: 1 });
      return publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    };
    await publish();
    await createShift(ctx, { departmentId, employeeId: bo, ...MONDAY });
    await publish();
    await updateShift(ctx, shift.id, 1, TUESDAY);
    const second = await publish();
    await updateShift(ctx, shift.id, 2, { employeeId: bo });
    await publish();
    const marks = PublicationHistory.parse(
      await listPublicationHistory(ctx, { ...WEEK, employeeId: ida }),
    ).data;
    expect(marks.map((mark) => mark.changes.map((change) => change.kind))).toEqual([
      ['added'],
      ['changed'],
      ['removed'],
    ]);
    expect(marks[1]).toMatchObject({
      at: second.publishedAt,
      changes: [
        { before: { startsAt: '2025-12-01T08:00:00Z' }, after: { startsAt: '2025-12-02T08:00:00Z' } },
      ],
    });
    const own = await listPublicationHistory(asIda, { ...WEEK, employeeId: ida });
    expect(own.data.map((mark) => mark.by)).toEqual([null, null, null]);
    expect(own.meta.count).toBe(3);
  });

  shop('is theirs and their planners’ to look at', async ({ ctx, shop, make, foreign }) => {
    const { locationId, departmentId, ida, bo, asIda } = shop;
    await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    const at = ctx.now().toString();
    const reads = [
      (who: Ctx, employeeId: string) => listAsSeen(who, { ...WEEK, employeeId, at }),
      (who: Ctx, employeeId: string) => listPublicationHistory(who, { ...WEEK, employeeId }),
    ];
    const planner = make.as(ctx, await make.user('manager', { departmentId }));
    const elsewhere = make.as(
      ctx,
      await make.user('manager', { departmentId: await make.department(await make.location()) }),
    );
    for (const read of reads) {
      await expect(read(asIda, bo)).rejects.toEqual(code('forbidden'));
      await expect(read(foreign.ctx, ida)).rejects.toEqual(code('not_found'));
      expect((await read(planner, ida)).meta.count).toBe(1);
      expect((await read(elsewhere, ida)).meta.count).toBe(0);
    }
  });

  shop(
    'is there for some people only, and planners are told for whom',
    async ({ ctx, shop, make, foreign }) => {
      const { locationId, departmentId, ida, bo, asIda } = shop;
      const query = { locationId, ...WEEK };
      const people = async (who = ctx, days = WEEK) => {
        const { data, meta } = PublishedPeople.parse(await listPublishedPeople(who, { locationId, ...days }));
        return [new Map(data.map(({ employeeId, own }) => [employeeId, own])), meta.latestDate];
      };
      await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
      expect(await people()).toEqual([new Map(), null]);
      await publishSchedule(ctx, { ...query, notify: 'none' });
      await createShift(ctx, { departmentId, employeeId: bo, ...TUESDAY });
      expect(await people()).toEqual([new Map([[ida, true]]), '2025-12-01']);
      // taken back it was seen all the same; an open one is seen by all of the department
      await unpublishSchedule(ctx, query);
      const open = await createShift(ctx, { departmentId, ...TUESDAY });
      await publishSchedule(ctx, { ...query, shiftIds: [open.id], notify: 'none' });
      expect(await people()).toEqual([
        new Map([
          [ida, true],
          [bo, false],
        ]),
        '2025-12-02',
      ]);
      const later = { startDate: '2025-12-08', endDate: '2025-12-14' };
      expect(await people(ctx, later)).toEqual([new Map(), '2025-12-02']);

      const planner = make.as(
        ctx,
        await make.user('manager', { departmentId: await make.department(locationId) }),
      );
      expect(await people(planner), 'of what they plan').toEqual([new Map(), null]);
      await expect(listPublishedPeople(asIda, query)).rejects.toEqual(code('forbidden'));
      await expect(listPublishedPeople(foreign.ctx, query)).rejects.toEqual(code('not_found'));
    },
  );

  shop('cannot be rewritten: snapshots take no change', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida } = shop;
    await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    for (const text of [
      "update shift_publications set notes = 'never'",
      'delete from shift_publications',
      'truncate shift_publications',
    ])
      await expect(ctx.db.transaction(ctx.orgId, (tx) => tx.$client.query(text))).rejects.toThrow(
        /permission denied/,
      );
  });
});
