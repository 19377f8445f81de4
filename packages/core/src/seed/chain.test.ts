import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { ShiftView } from '@vaktplan/contracts/http/shifts';
import { TimeEntryView } from '@vaktplan/contracts/http/time-tracking';
import { createPool } from '@vaktplan/db/database';
import { createLogger } from '@vaktplan/platform/logger';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { listLocations } from '../organizations/list-locations.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { listAtWork } from '../time-tracking/list-at-work.ts';
import { listTimeEntries } from '../time-tracking/list-time-entries.ts';
import { seedChain } from './chain.ts';
import { CHAIN_LOCATIONS } from './chain-places.ts';
import { OWNER_GRANT, type SeedParts } from './seed-context.ts';

const NOW = Temporal.Instant.from('2025-11-05T13:00:00Z');
const SMALL = {
  locations: [
    { name: 'København Havn', zone: 'Europe/Copenhagen', people: 12 },
    { name: 'Boston Seaport', zone: 'America/New_York', people: 7 },
  ],
  weeksOfHistory: 3,
};

/** A small chain whose history holds both nights on which the clocks went back. */
const chainTest = dbTest.extend<{ owner: Ctx }>({
  owner: async ({ db, testDatabase }, use) => {
    const authPool = createPool({ url: testDatabase.url.auth, max: 2 });
    await authPool.query('update users set email = id::text where email like $1', ['%vaktplan.test']);
    const parts: SeedParts = {
      db,
      authPool,
      now: NOW,
      log: createLogger({ service: 'test', level: 'silent' }),
    };
    expect([await seedChain(parts, SMALL), await seedChain(parts, SMALL)]).toEqual([true, false]);
    const { rows } = await authPool.query<{ orgId: string; userId: string }>(
      `select m.organization_id as "orgId", u.id as "userId" from users u join memberships m on m.user_id = u.id where u.email = 'owner@chain.vaktplan.test'`,
    );
    const { orgId = '', userId = '' } = rows[0] ?? {};
    const actor = { kind: 'user', userId, employeeId: null, grants: [OWNER_GRANT] } as const;
    await use({ db, orgId, actor, log: parts.log, now: () => NOW });
    await authPool.end();
  },
});

const history = { startDate: '2025-10-13', endDate: '2025-11-09' };

chainTest('history is published as planned, the next week is a draft', async ({ owner }) => {
  const { data } = await listShifts(owner, history);
  expect(data.map((shift) => ShiftView.parse(shift))).toHaveLength(data.length);
  expect(data.length).toBeGreaterThan(250);
  expect(new Set(data.map((shift) => shift.state))).toEqual(new Set(['published']));
  const next = (await listShifts(owner, { startDate: '2025-11-10', endDate: '2025-11-16' })).data;
  expect(new Set(next.map((shift) => shift.state))).toEqual(new Set(['draft']));
  for (const { id: locationId } of (await listLocations(owner)).data)
    await expect(publishSchedule(owner, { locationId, ...history, notify: 'none' })).rejects.toMatchObject({
      code: 'nothing_to_publish',
    });
  // a night turn over the hour that came twice has nine hours
  const long = data
    .filter((shift) => shift.localDate === '2025-10-25' || shift.localDate === '2025-11-01')
    .map((shift) => shift.minutes);
  expect(long.every((minutes) => [360, 480, 540].includes(minutes))).toBe(true);
});

chainTest('people came to their shifts, and some are at work now', async ({ owner }) => {
  const { data } = await listTimeEntries(owner, history);
  expect(data.map((entry) => TimeEntryView.parse(entry)).every((entry) => entry.shiftId)).toBe(true);
  expect(data.length).toBeGreaterThan(150);
  expect((await listAtWork(owner, {})).data.length).toBeGreaterThan(0);
  const [answers] = await owner.db.read(owner.orgId, [
    {
      name: 'a',
      text: "select p.answer->'entry'->>'id' as said, (select t.id from time_entries t where p.id = any(t.punch_ids)) as kept from time_punches p",
      values: [],
    },
  ]);
  expect(answers?.every((row) => row['said'] === row['kept'])).toBe(true);
});

chainTest('a row written in bulk is the row that the verbs write', async ({ owner }) => {
  const open = (await listShifts(owner, { startDate: '2025-11-03', endDate: '2025-11-09', open: 'true' }))
    .data[0];
  if (!open) throw new Error('there are open shifts this week');
  const monday = Temporal.PlainDate.from('2025-11-03').toZonedDateTime({
    timeZone: open.zone,
    plainTime: '10:00',
  });
  const planned = { ...owner, now: () => monday.subtract({ days: 14 }).toInstant() };
  const twin = await createShift(planned, {
    departmentId: open.departmentId,
    positionId: open.positionId,
    startsAt: open.startsAt,
    endsAt: open.endsAt,
    breaks: [{ minutes: 30, paid: false }],
  });
  const published = { ...owner, now: () => monday.subtract({ days: 7 }).toInstant() };
  const week = { startDate: '2025-11-03', endDate: '2025-11-09' };
  await publishSchedule(published, {
    locationId: open.locationId,
    ...week,
    shiftIds: [twin.id],
    notify: 'none',
  });
  const facts = async (id: string) => {
    const [rows] = await owner.db.read(owner.orgId, [
      {
        name: 'twin',
        text: `select to_jsonb(s) - array['id', 'created_at', 'updated_at', 'publication_id'] as shift,
                 to_jsonb(p) - array['id', 'shift_id', 'publication_id'] as snapshot, s.publication_id = p.id as points,
                 to_jsonb(b) - array['id', 'shift_id'] as pause,
                 e.payload - 'shiftId' as payload, e.event_type, e.aggregate_type, e.metadata
               from shifts s join shift_publications p on p.shift_id = s.id join shift_breaks b on b.shift_id = s.id
               join events e on e.aggregate_id = s.id::text where s.id = $1`,
        values: [id],
      },
    ]);
    return rows;
  };
  // created_at and updated_at are the database's own clock
  expect(await facts(open.id)).toEqual(await facts(twin.id));
});

chainTest('the whole chain has 400 people at 12 locations in 4 zones', () => {
  expect(CHAIN_LOCATIONS).toHaveLength(12);
  expect(CHAIN_LOCATIONS.reduce((sum, location) => sum + location.people, 0)).toBe(400);
  expect(new Set(CHAIN_LOCATIONS.map((location) => location.zone)).size).toBe(4);
});
