import { describe, expect } from 'vitest';
import { ENTRY_FLAGS } from '@vaktplan/contracts/http/time-tracking';
import { EntryResults, TimesheetLineList } from '@vaktplan/contracts/http/timesheets';
import { rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { setTolerance } from '../pay-periods/set-tolerance.ts';
import { approveAutomatically } from './approve-automatically.ts';
import { approveEntries } from './approve-entries.ts';
import { listTimesheetLines } from './list-lines.ts';
import { rejectEntries } from './reject-entries.ts';
import { reopenEntries } from './reopen-entries.ts';
import { historyOf, makeDay, makeEntry, makeTeam, touchEntry } from './timesheets.fixture.ts';

const december = { startDate: '2025-12-01', endDate: '2025-12-31' };
const lines = async (ctx: Ctx) => (await listTimesheetLines(ctx, december)).data;
const at = (id: string, version = 1) => ({ id, version });

describe('deciding about entries', () => {
  dbTest('whatever the clock found worth a look is in the list', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    await makeDay(ctx, anna, '2025-12-01', [...ENTRY_FLAGS]);
    clock.set('2025-12-02T08:00:00Z');
    const [line] = TimesheetLineList.parse(await listTimesheetLines(annasManager, december)).data;
    expect(line?.flags).toEqual(expect.arrayContaining([...ENTRY_FLAGS]));
  });

  dbTest(
    'approve, take back, send back: each step in the history with before and after',
    async ({ ctx, make, clock }) => {
      const { anna, annasManager } = await makeTeam(ctx, make);
      const id = await makeDay(ctx, anna, '2025-12-01');
      clock.set('2025-12-02T08:00:00Z');
      expect(TimesheetLineList.parse(await listTimesheetLines(annasManager, december)).data).toMatchObject([
        {
          id,
          employeeName: 'Anna',
          state: 'complete',
          flags: [],
          exception: false,
          countedMinutes: 480,
          decision: null,
        },
      ]);
      const approved = EntryResults.parse(await approveEntries(annasManager, { entries: [at(id)] }));
      expect(approved).toEqual({
        data: [{ index: 0, done: true, state: 'approved', code: null, detail: null, current: null }],
        meta: { done: 1, failed: 0 },
      });
      expect((await approveEntries(annasManager, { entries: [at(id)] })).data).toMatchObject([
        { done: false, state: 'approved', code: 'already_decided' },
      ]);
      clock.advance({ minutes: 1 });
      await reopenEntries(annasManager, { entries: [at(id)] });
      expect(await lines(annasManager)).toMatchObject([{ state: 'complete', flags: [] }]);
      clock.advance({ minutes: 1 });
      await rejectEntries(annasManager, { entries: [at(id)], reason: 'You left at three' });
      expect(await lines(annasManager)).toMatchObject([
        { state: 'rejected', decision: { reason: 'You left at three', automatic: false } },
      ]);
      expect(await historyOf(ctx, id)).toMatchObject([
        {
          step: 'manager',
          decision: 'approved',
          before: { state: 'complete', countedMinutes: 480 },
          after: { state: 'approved' },
        },
        { decision: 'reopened', before: { state: 'approved' }, after: { state: 'complete' } },
        { decision: 'rejected', reason: 'You left at three', after: { state: 'rejected', entryVersion: 1 } },
      ]);
      const told = await rowsOf(ctx, 'select user_id, title, body, said from notifications');
      expect(told).toMatchObject([
        {
          body: 'You left at three',
          title: 'Hours sent back: Mon 1 Dec',
          said: { v: 1, what: 'hours_rejected', startDate: '2025-12-01', reason: 'You left at three' },
        },
      ]);
      const events = await rowsOf(ctx, "select payload from events where event_type = 'timesheet.changed'");
      expect(events.map((row) => (row.payload as { entryIds: string[] }).entryIds)).toEqual([
        [id],
        [id],
        [id],
      ]);
    },
  );

  dbTest(
    'a list answers for each: done, changed meanwhile, open, elsewhere, not there',
    async ({ ctx, make, foreign }) => {
      const { anna, bo, annasManager } = await makeTeam(ctx, make);
      const theirs = await makeTeam(foreign.ctx, foreign.make);
      const good = await makeDay(ctx, anna, '2025-12-01');
      const changed = await makeDay(ctx, anna, '2025-12-02');
      const open = await makeEntry(ctx, anna, { startedAt: '2025-12-03T08:00:00Z', endedAt: null });
      const elsewhere = await makeDay(ctx, bo, '2025-12-01');
      const foreignId = await makeDay(foreign.ctx, theirs.anna, '2025-12-01');
      await touchEntry(ctx, changed);
      const entries = [good, changed, open, elsewhere, foreignId, good].map((id) => at(id));
      const { data, meta } = await approveEntries(annasManager, { entries });
      expect(data.map((one) => [one.done, one.code, one.state])).toEqual([
        [true, null, 'approved'],
        [false, 'version_conflict', 'complete'],
        [false, 'entry_open', 'open'],
        [false, 'forbidden', null],
        [false, 'not_found', null],
        [false, 'already_decided', 'complete'],
      ]);
      expect(meta).toEqual({ done: 1, failed: 5 });
      expect(data[1]?.current).toMatchObject({ id: changed, version: 2 });
      expect(JSON.stringify(data[4])).not.toContain(foreignId);
      expect((await lines(annasManager)).map((line) => line.id)).toEqual([good, changed, open]);
      await expect(listTimesheetLines(anna.as, december)).rejects.toMatchObject({ code: 'forbidden' });
      expect((await approveEntries(anna.as, { entries: [at(good)] })).data).toMatchObject([
        { code: 'forbidden' },
      ]);
    },
  );

  dbTest('what changes after it was approved is undecided again, and says so', async ({ ctx, make }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const id = await makeDay(ctx, anna, '2025-12-01');
    await approveEntries(annasManager, { entries: [at(id)] });
    await touchEntry(ctx, id, 60);
    expect(await lines(annasManager)).toMatchObject([
      { state: 'complete', flags: ['deviation', 'changed_since_decision'], exception: true },
    ]);
    expect((await approveEntries(annasManager, { entries: [at(id, 2)] })).meta.done).toBe(1);
    expect(await lines(annasManager)).toMatchObject([{ state: 'approved', flags: ['deviation'] }]);
  });

  dbTest('the same request again gives the same answer and decides once', async ({ ctx, make }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const id = await makeDay(ctx, anna, '2025-12-01');
    const again = { ...annasManager, idempotency: { key: 'k', route: 'POST approve', bodyHash: 'h' } };
    const first = await approveEntries(again, { entries: [at(id)] });
    expect(await approveEntries(again, { entries: [at(id)] })).toEqual(first);
    expect(await historyOf(ctx, id)).toHaveLength(1);
  });

  dbTest('two managers at once: one approves, the other hears that it is done', async ({ ctx, make }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const ids = await Promise.all(
      ['2025-12-01', '2025-12-02', '2025-12-03'].map((date) => makeDay(ctx, anna, date)),
    );
    const entries = ids.map((id) => at(id));
    const both = await Promise.all([
      approveEntries(ctx, { entries }),
      approveEntries(annasManager, { entries: entries.toReversed() }),
    ]);
    expect(both.map((one) => one.meta.done).toSorted()).toEqual([0, 3]);
    for (const id of ids) expect(await historyOf(ctx, id)).toHaveLength(1);
  });
});

dbTest(
  'within the tolerances of a location that wishes it: approved by itself, the rest waits',
  async ({ ctx, make }) => {
    const { anna, bo } = await makeTeam(ctx, make);
    const good = await makeDay(ctx, anna, '2025-12-01');
    const late = await makeDay(ctx, anna, '2025-12-02');
    const flagged = await makeDay(ctx, anna, '2025-12-03', ['auto_closed']);
    const noted = await makeDay(ctx, anna, '2025-12-04', ['offline']);
    const elsewhere = await makeDay(ctx, bo, '2025-12-01');
    await touchEntry(ctx, late, 6);
    const strict = { automatic: true, startMinutes: 5, endMinutes: 5, totalMinutes: 10 };
    await setTolerance(ctx, anna.locationId, 0, strict);
    const system = { ...ctx, actor: { kind: 'system' as const, name: 'test' } };
    const soon = { ...system, now: () => ctx.now().add({ hours: 100 }) };
    expect(await approveAutomatically(soon)).toBe(2);
    expect(await approveAutomatically(soon)).toBe(0);
    const states = new Map((await lines(ctx)).map((line) => [line.id, line.state]));
    expect([good, late, flagged, noted, elsewhere].map((id) => states.get(id))).toEqual([
      'approved',
      'complete',
      'complete',
      'approved',
      'complete',
    ]);
    expect(await historyOf(ctx, good)).toMatchObject([{ step: 'automatic', actor_id: null }]);
    await reopenEntries(ctx, { entries: [at(good)] });
    expect(await approveAutomatically(soon)).toBe(0);
  },
);
