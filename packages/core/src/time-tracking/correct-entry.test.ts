import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { transact } from '../context/transact.ts';
import { correctEntry, type EntryCorrection } from './correct-entry.ts';
import { recordPunch } from './record-punch.ts';

const at = (time: string) => `2025-12-01T${time}:00Z`;
const offline = (ctx: Ctx, kind: CreatePunch['kind'], time: string) =>
  recordPunch(ctx, { id: uuidv7(), kind, occurredAt: at(time), offline: true });
const correct = (ctx: Ctx, change: Omit<EntryCorrection, 'correctionId'>) =>
  transact(ctx, 'test.correct', (tx) => correctEntry(tx, ctx, { ...change, correctionId: uuidv7() }));

describe('correctEntry', () => {
  dbTest(
    'new facts take the place of the old, the entry keeps its id, again and again',
    async ({ ctx, make }) => {
      const { as, employeeId, locationId } = await makeClocker(ctx, make);
      await offline(as, 'in', '04:00');
      await offline(as, 'break_start', '05:00');
      const { entry } = await offline(as, 'out', '07:00');
      const own = { employeeId, locationId, entryId: entry.id };
      const pause = { startedAt: at('05:00'), endedAt: at('05:30'), paid: true };
      const first = await correct(ctx, {
        ...own,
        startedAt: at('03:30'),
        endedAt: at('07:30'),
        breaks: [pause],
      });
      expect(first).toMatchObject({ id: entry.id, version: entry.version + 1, workedMinutes: 240 });
      expect(first.flags).toContain('edited');
      const second = await correct(ctx, { ...own, startedAt: at('04:30'), endedAt: at('07:00'), breaks: [] });
      expect(second).toMatchObject({
        id: entry.id,
        version: entry.version + 2,
        workedMinutes: 150,
        breaks: [],
      });
      expect(await rowsOf(ctx, 'select id, worked_minutes as minutes from time_entries')).toEqual([
        { id: entry.id, minutes: 150 },
      ]);
      // nothing of what was punched is gone, and what comes after finds the corrected facts
      expect(
        await rowsOf(ctx, 'select id from time_punches where replaces_id is null and correction_id is null'),
      ).toHaveLength(3);
      await offline(as, 'in', '07:00');
      expect(
        await rowsOf(ctx, 'select worked_minutes as minutes from time_entries order by started_at'),
      ).toEqual([{ minutes: 150 }, { minutes: null }]);
    },
  );

  dbTest('a day that nobody punched; times that meet other work are refused', async ({ ctx, make }) => {
    const { as, employeeId, locationId } = await makeClocker(ctx, make);
    const day = { employeeId, locationId, entryId: null, breaks: [] };
    const made = await correct(ctx, { ...day, startedAt: at('04:00'), endedAt: at('06:00') });
    expect(made).toMatchObject({ workedMinutes: 120, version: 1 });
    await offline(as, 'in', '06:00');
    await offline(as, 'out', '07:00');
    const overlapping = correct(ctx, {
      ...day,
      entryId: made.id,
      startedAt: at('04:00'),
      endedAt: at('06:30'),
    });
    await expect(overlapping).rejects.toMatchObject({ code: 'punch_out_of_order' });
    expect(
      await rowsOf(ctx, 'select worked_minutes as minutes from time_entries order by started_at'),
    ).toEqual([{ minutes: 120 }, { minutes: 60 }]);
  });

  dbTest('an entry or a location of somebody else is not there', async ({ ctx, make, foreign }) => {
    const { as, employeeId, locationId } = await makeClocker(ctx, make);
    const { entry } = await offline(as, 'in', '04:00');
    const times = { startedAt: at('04:00'), endedAt: at('06:00'), breaks: [] };
    const other = await makeClocker(ctx, make);
    for (const wrong of [
      { employeeId: other.employeeId, locationId, entryId: entry.id },
      { employeeId, locationId, entryId: uuidv7() },
      { employeeId, locationId: await foreign.make.location(), entryId: entry.id },
    ]) {
      await expect(correct(ctx, { ...wrong, ...times })).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
