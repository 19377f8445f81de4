import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { transact } from '../context/transact.ts';
import { correctEntry, type EntryCorrection } from './correct-entry.ts';
import { recordPunch } from './record-punch.ts';
import { recordPunchBatch } from './record-punch-batch.ts';

const at = (time: string) => `2025-12-01T${time}:00Z`;
const offline = (ctx: Ctx, kind: CreatePunch['kind'], time: string) =>
  recordPunch(ctx, { id: uuidv7(), kind, occurredAt: at(time), offline: true });
const correct = (ctx: Ctx, change: Omit<EntryCorrection, 'correctionId'>) =>
  transact(ctx, 'test.correct', (tx) => correctEntry(tx, ctx, { ...change, correctionId: uuidv7() }));
const hours = (ctx: Ctx) =>
  rowsOf(
    ctx,
    `select id, to_char(started_at at time zone 'UTC', 'HH24:MI') as start, to_char(ended_at at time zone 'UTC', 'HH24:MI') as end,
       worked_minutes as minutes from time_entries order by started_at, ended_at`,
  );

describe('correcting what is not one clock-in and one clock-out', () => {
  dbTest(
    'a clock-out without a clock-in: what was entered stays when something else happens',
    async ({ ctx, make }) => {
      const { as, employeeId, locationId } = await makeClocker(ctx, make);
      const { entry } = await offline(as, 'out', '06:00');
      const times = { startedAt: at('02:00'), endedAt: at('06:00'), breaks: [] };
      await correct(ctx, { employeeId, locationId, entryId: entry.id, ...times });
      const kept = { id: entry.id, start: '02:00', end: '06:00', minutes: 240 };
      expect(await hours(ctx)).toEqual([kept]);
      await offline(as, 'in', '01:00');
      await offline(as, 'out', '01:30');
      expect(await hours(ctx)).toMatchObject([{ minutes: 30 }, kept]);
    },
  );

  dbTest(
    'a punch that is sent again after it was corrected is answered by what took its place',
    async ({ ctx, make }) => {
      const { as, employeeId, locationId } = await makeClocker(ctx, make);
      const punch = (kind: CreatePunch['kind'], time: string) => ({
        id: uuidv7(),
        kind,
        occurredAt: at(time),
        offline: true,
      });
      const queue = [punch('in', '04:00'), punch('break_start', '05:00'), punch('out', '06:00')] as const;
      await recordPunchBatch(as, { punches: [...queue] });
      const times = { startedAt: at('04:30'), endedAt: at('06:00'), breaks: [] };
      await correct(ctx, { employeeId, locationId, entryId: queue[0].id, ...times });
      expect((await recordPunch(as, queue[0])).entry).toMatchObject({ id: queue[0].id, workedMinutes: 90 });
      await expect(recordPunch(as, queue[1])).rejects.toMatchObject({ code: 'already_decided' });
    },
  );

  dbTest('a part of work that was too long: the other parts stay', async ({ ctx, make }) => {
    const { as, employeeId, locationId } = await makeClocker(ctx, make);
    const settings = { ...DEFAULT_TIME_POLICY, maximum: { minutes: 120, mode: 'split' } };
    await rowsOf(
      ctx,
      `insert into time_policies (organization_id, id, valid, settings) values ($1, $2, '[2025-01-01,)', $3)`,
      [ctx.orgId, uuidv7(), JSON.stringify(settings)],
    );
    await offline(as, 'in', '01:00');
    await offline(as, 'out', '06:00');
    const before = await hours(ctx);
    expect(before).toMatchObject([{ minutes: 120 }, { minutes: 120 }, { minutes: 60 }]);
    const last = { employeeId, locationId, entryId: before[2]?.['id'] as string, breaks: [] };
    await correct(ctx, { ...last, startedAt: at('05:00'), endedAt: at('05:30') });
    expect(await hours(ctx)).toEqual([before[0], before[1], { ...before[2], end: '05:30', minutes: 30 }]);
    const first = { employeeId, locationId, entryId: before[0]?.['id'] as string, breaks: [] };
    await correct(ctx, { ...first, startedAt: at('01:30'), endedAt: at('03:00') });
    expect(await hours(ctx)).toMatchObject([
      { minutes: 90, start: '01:30' },
      { minutes: 120 },
      { minutes: 30 },
    ]);
  });
});
