import { describe, expect } from 'vitest';
import { OwnDataView } from '@vaktplan/contracts/http/privacy';
import { OWN_DATA_KINDS } from '@vaktplan/db/queries/own-data';
import { rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { makeDay, makeTeam } from '../timesheets/timesheets.fixture.ts';
import { exportOwnData } from './export-own-data.ts';
import { forgetOutdated } from './forget-outdated.ts';
import { getOwnData } from './get-own-data.ts';

const PUNCH = `insert into time_punches (organization_id, id, employee_id, kind, occurred_at, received_at, location_id, zone,
  latitude, longitude, accuracy_meters, age_seconds, place, happened_at)
  values ($1, gen_random_uuid(), $2, 'in', $4, $4, $3, 'Europe/Copenhagen', 55.5, 12.5, 10, 1, 'inside', $5)`;

const punch = (
  ctx: Ctx,
  who: { employeeId: string; locationId: string },
  at: string,
  happenedAt: string | null = null,
) => rowsOf(ctx, PUNCH, [ctx.orgId, who.employeeId, who.locationId, at, happenedAt]);

/** Named by a person, and why it is not told. */
const NOT_IN_IT: Record<string, string> = {
  accounts: 'the sign-in and its hash',
  idempotency_keys: 'answers once given, kept for a day',
  invitations: 'a key by mail until it is used; the address is the person’s',
  sessions: 'a sign-in that goes on, and its token',
  two_factors: 'the secret of the second step',
  shifts: 'drafts, which nobody is told of before they are published',
  shift_template_items: 'plans without a date',
  sync_cursors: 'what a phone was told last: copies of the rest',
};

describe('what is stored about me', () => {
  dbTest('all of one’s own and nothing of anybody else', async ({ ctx, make }) => {
    const { anna, bo } = await makeTeam(ctx, make);
    await makeDay(ctx, anna, '2025-11-28');
    await makeDay(ctx, bo, '2025-11-27');
    await punch(ctx, anna, '2025-11-28T08:00:00Z');
    await punch(ctx, bo, '2025-11-27T08:00:00Z');
    const mine = OwnDataView.parse(await getOwnData(anna.as));
    const rows = Object.fromEntries(mine.sections.map((section) => [section.name, section.rows]));
    expect(rows.Person).toMatchObject([{ name: 'Anna' }]);
    expect(rows.Positions).toMatchObject([{ latitude: 55.5 }]);
    expect(rows.Hours).toMatchObject([{ localDate: '2025-11-28', workedMinutes: 480 }]);
    expect(rows.Shifts).toHaveLength(1);
    expect(mine.retention).toEqual({ positionDays: 90, photoDays: 30 });
    expect(JSON.stringify(mine)).not.toContain('Bo');
    expect(JSON.stringify(mine)).not.toContain('2025-11-27');
    const file = await exportOwnData(anna.as);
    expect([...file.list().rows]).toContainEqual(['Positions', '1', 'latitude', '55.5']);
    expect(file.sheets().map((sheet) => sheet.name)).toContain('Hours');
  });

  dbTest('no table with somebody in it is left out', async ({ ctx }) => {
    const tables = await rowsOf(
      ctx,
      `select distinct c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('employee_id', 'user_id')`,
    );
    const read = OWN_DATA_KINDS.map(({ text }) => text).join(' ');
    const left = tables
      .map(({ name }) => String(name))
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(read));
    expect(left.toSorted()).toEqual(Object.keys(NOT_IN_IT).toSorted());
  });

  dbTest(
    'positions go after their time, the verdict and the hours stay; a fact cannot be changed otherwise',
    async ({ ctx, make, clock }) => {
      const { anna } = await makeTeam(ctx, make);
      await makeDay(ctx, anna, '2025-11-28');
      await punch(ctx, anna, '2025-11-28T08:00:00Z');
      await punch(ctx, anna, '2025-12-02T08:00:00Z');
      // her phone's clock was years ahead: what counts is when it was
      await punch(ctx, anna, '2031-01-01T08:00:00Z', '2025-11-28T08:00:00Z');
      const hours = () =>
        rowsOf(ctx, 'select started_at, ended_at, worked_minutes, flags, version from time_entries');
      const before = await hours();
      const system = { ...ctx, actor: { kind: 'system' as const, name: 'test' } };
      clock.set('2026-02-26T08:00:00Z');
      expect(await forgetOutdated(system)).toEqual({ positions: 0, photos: 0 });
      clock.set('2026-02-26T08:00:01Z');
      expect(await forgetOutdated(system)).toEqual({ positions: 2, photos: 0 });
      expect(await forgetOutdated(system)).toEqual({ positions: 0, photos: 0 });
      expect(
        await rowsOf(ctx, 'select latitude, accuracy_meters, place from time_punches order by occurred_at'),
      ).toEqual([
        { latitude: null, accuracy_meters: null, place: 'inside' },
        { latitude: 55.5, accuracy_meters: 10, place: 'inside' },
        { latitude: null, accuracy_meters: null, place: 'inside' },
      ]);
      expect(await hours()).toEqual(before);
      await expect(rowsOf(ctx, 'update time_punches set latitude = 1')).rejects.toMatchObject({
        code: '42501',
      });
      await expect(rowsOf(ctx, 'update time_punches set occurred_at = now()')).rejects.toMatchObject({
        code: '42501',
      });
    },
  );
});
