import fc from 'fast-check';
import { expect } from 'vitest';
import type { LineState, TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { unlockPayPeriod } from '../pay-periods/unlock-pay-period.ts';
import { approveEntries } from './approve-entries.ts';
import { listTimesheetLines } from './list-lines.ts';
import { rejectEntries } from './reject-entries.ts';
import { reopenEntries } from './reopen-entries.ts';
import { makeDay, makeTeam, touchEntry } from './timesheets.fixture.ts';

/** What somebody with pencil and paper would note of one entry. */
type Model = { state: LineState; locked: boolean; steps: number };
type Real = { ctx: Ctx; id: string; anna: Clocker };
type Step = fc.AsyncCommand<Model, Real>;

const november = { startDate: '2025-11-01', endDate: '2025-11-30' };
const lineOf = async ({ ctx, id }: Real): Promise<TimesheetLine> => {
  const line = (await listTimesheetLines(ctx, november)).data.find((one) => one.id === id);
  if (!line) throw new Error('the entry is gone');
  return line;
};
const periodOf = async ({ ctx }: Real) => {
  const [period] = (await listPayPeriods(ctx, november)).data;
  if (!period) throw new Error('no period');
  return period;
};

const decide = (name: string, verb: typeof approveEntries, from: LineState[], to: LineState): Step => ({
  check: () => true,
  run: async (model, real) => {
    const { id, version } = await lineOf(real);
    const { data } = await verb(real.ctx, { entries: [{ id, version }] });
    const possible = !model.locked && from.includes(model.state);
    expect([name, data[0]?.done]).toEqual([name, possible]);
    if (possible) {
      model.state = to;
      model.steps++;
    }
    expect((await lineOf(real)).state).toBe(model.state);
  },
  toString: () => name,
});
const edit: Step = {
  check: () => true,
  run: async (model, real) => {
    if (model.locked) {
      await expect(touchEntry(real.ctx, real.id)).rejects.toMatchObject({
        constraint: 'time_entries_locked',
      });
    } else {
      await touchEntry(real.ctx, real.id);
      model.state = 'complete';
    }
    expect((await lineOf(real)).state).toBe(model.state);
  },
  toString: () => 'edit',
};
const lock: Step = {
  check: (model) => !model.locked,
  run: async (model, real) => {
    const { id, version } = await periodOf(real);
    await lockPayPeriod(real.ctx, id, version, { anyway: true });
    model.locked = true;
    if (model.state === 'approved') model.state = 'locked';
    expect((await lineOf(real)).state).toBe(model.state);
  },
  toString: () => 'lock',
};
const unlock: Step = {
  check: (model) => model.locked,
  run: async (model, real) => {
    const { id, version } = await periodOf(real);
    await unlockPayPeriod(real.ctx, id, version, { reason: 'Again' });
    model.locked = false;
    if (model.state === 'locked') model.state = 'approved';
    expect((await lineOf(real)).state).toBe(model.state);
  },
  toString: () => 'unlock',
};

dbTest(
  'any order of steps through the verbs: the database and pencil and paper agree',
  async ({ ctx, make }) => {
    const { anna } = await makeTeam(ctx, make);
    const reject: typeof approveEntries = (who, input) => rejectEntries(who, { ...input, reason: 'No' });
    const commands = fc.commands(
      [
        fc.constant(decide('approve', approveEntries, ['complete', 'rejected'], 'approved')),
        fc.constant(decide('reject', reject, ['complete', 'approved'], 'rejected')),
        fc.constant(decide('reopen', reopenEntries, ['approved', 'rejected'], 'complete')),
        fc.constant(edit),
        fc.constant(lock),
        fc.constant(unlock),
      ],
      { maxCommands: 14 },
    );
    let day = 1;
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        await rowsOf(ctx, "update pay_periods set state = 'open', relock_at = null");
        const id = await makeDay(ctx, anna, `2025-11-${String(day++).padStart(2, '0')}`);
        const model: Model = { state: 'complete', locked: false, steps: 0 };
        await fc.asyncModelRun(() => ({ model, real: { ctx, id, anna } }), steps);
        const history = await rowsOf(ctx, 'select 1 from approvals where subject_id = $1', [id]);
        expect(history).toHaveLength(model.steps);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  },
);
