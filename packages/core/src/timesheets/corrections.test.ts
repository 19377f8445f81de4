import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { CorrectionList } from '@vaktplan/contracts/http/timesheet-corrections';
import { rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest, type FakeClock } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { closePayPeriod } from '../pay-periods/close-pay-period.ts';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { acceptCorrection } from './accept-correction.ts';
import { approveEntries } from './approve-entries.ts';
import { correctLine } from './correct-line.ts';
import { declineCorrection } from './decline-correction.ts';
import { getTimesheet } from './get-timesheet.ts';
import { listCorrections } from './list-corrections.ts';
import { listEntryHistory } from './list-history.ts';
import { proposeCorrection } from './propose-correction.ts';
import { rejectEntries } from './reject-entries.ts';
import { submitTimesheet } from './submit-timesheet.ts';
import { makeTeam } from './timesheets.fixture.ts';
import { withdrawCorrection } from './withdraw-correction.ts';

const november = { startDate: '2025-11-01', endDate: '2025-11-30' };
const wish = { startedAt: '2025-11-28T09:00', endedAt: '2025-11-28T17:30', comment: 'I stayed longer' };

/** Punches in and out on 28 November, 09:00-17:00 in Copenhagen, and the clock back at December. */
async function work(who: Clocker, clock: FakeClock): Promise<string> {
  clock.set('2025-11-28T08:00:00Z');
  await recordPunch(who.as, { id: uuidv7(), kind: 'in' });
  clock.set('2025-11-28T16:00:00Z');
  const { entry } = await recordPunch(who.as, { id: uuidv7(), kind: 'out' });
  clock.set('2025-12-01T08:00:00Z');
  return entry.id;
}
const sheetOf = (who: Clocker) => getTimesheet(who.as, { employeeId: who.employeeId, date: '2025-11-28' });
const lineOf = async (who: Clocker) => {
  const [line] = (await sheetOf(who)).lines;
  if (!line) throw new Error('no line');
  return line;
};
const proposalOf = async (who: Clocker, more: Partial<typeof wish> = {}) => {
  const line = await lineOf(who);
  return proposeCorrection(who.as, { entryId: line.id, entryVersion: line.version, ...wish, ...more });
};
const month = async (ctx: Ctx) => (await listPayPeriods(ctx, november)).data[0]?.id ?? '';
const notes = (ctx: Ctx, userId: string) =>
  rowsOf(ctx, 'select kind, body, said from notifications where user_id = $1', [userId]);
const userOf = (ctx: Ctx) => (ctx.actor.kind === 'user' ? ctx.actor.userId : '');

describe('a correction', () => {
  dbTest(
    'proposed, seen by those who approve, accepted: corrected facts, the entry kept, every step written down',
    async ({ ctx, make, clock }) => {
      const { anna, annasManager, bosManager } = await makeTeam(ctx, make);
      const id = await work(anna, clock);
      const before = await lineOf(anna);
      await approveEntries(annasManager, { entries: [{ id, version: before.version }] });
      const proposal = await proposalOf(anna);
      expect(proposal).toMatchObject({
        state: 'proposed',
        entryId: id,
        before: { startedAt: '2025-11-28T08:00:00Z', endedAt: '2025-11-28T16:00:00Z', breaks: [] },
        requested: { endedAt: '2025-11-28T16:30:00Z' },
        abilities: { decide: false, withdraw: true },
      });
      expect(await notes(ctx, userOf(annasManager))).toMatchObject([
        { kind: 'correction_proposed', said: { what: 'correction_proposed', date: '2025-11-28' } },
      ]);
      expect(await notes(ctx, userOf(bosManager))).toEqual([]);
      await expect(proposalOf(anna)).rejects.toMatchObject({ code: 'correction_pending' });
      expect(await lineOf(anna)).toMatchObject({
        state: 'approved',
        flags: ['unscheduled', 'correction_proposed'],
      });

      const waiting = { ...november, state: 'proposed' as const };
      const [seen] = CorrectionList.parse(await listCorrections(annasManager, waiting)).data;
      expect(seen).toMatchObject({ id: proposal.id, employeeName: 'Anna', abilities: { decide: true } });
      expect((await listCorrections(bosManager, waiting)).data).toEqual([]);
      await expect(acceptCorrection(bosManager, proposal.id, 1, {})).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(acceptCorrection(anna.as, proposal.id, 1, {})).rejects.toMatchObject({
        code: 'forbidden',
      });
      clock.advance({ minutes: 5 });
      const punches = await rowsOf(ctx, 'select * from time_punches order by id');
      expect(await acceptCorrection(annasManager, proposal.id, 1, {})).toMatchObject({
        state: 'accepted',
        version: 2,
      });

      // facts were added, none was changed
      const after = await rowsOf(ctx, 'select * from time_punches order by id');
      expect(after.length).toBeGreaterThan(punches.length);
      for (const punch of punches) expect(after).toContainEqual(punch);
      expect(await lineOf(anna)).toMatchObject({
        id,
        endedAt: '2025-11-28T16:30:00Z',
        state: 'complete',
        correctionId: null,
        flags: expect.arrayContaining(['edited', 'changed_since_decision']),
      });
      const history = (await listEntryHistory(anna.as, id)).data;
      expect(history.map((step) => step.decision)).toEqual(
        expect.arrayContaining(['approved', 'proposed', 'corrected', 'accepted']),
      );
      expect(history.find((step) => step.decision === 'corrected')).toMatchObject({
        before: { state: 'approved', endedAt: '2025-11-28T16:00:00Z' },
        after: { state: 'complete', endedAt: '2025-11-28T16:30:00Z' },
      });
      expect(await notes(ctx, userOf(anna.as))).toMatchObject([
        { kind: 'correction_decided', said: { what: 'correction_accepted', reason: null } },
      ]);
      await expect(acceptCorrection(annasManager, proposal.id, 2, {})).rejects.toMatchObject({
        code: 'already_decided',
      });
      await expect(listEntryHistory(bosManager, id)).rejects.toMatchObject({ code: 'forbidden' });
    },
  );

  dbTest('declined with a reason or withdrawn, nothing changes', async ({ ctx, make, clock, foreign }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    await work(anna, clock);
    const before = await lineOf(anna);
    const first = await proposalOf(anna);
    await expect(declineCorrection(annasManager, first.id, 2, { reason: 'No' })).rejects.toMatchObject({
      code: 'version_conflict',
      current: { id: first.id, version: 1 },
    });
    await expect(declineCorrection(foreign.ctx, first.id, 1, { reason: 'No' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(
      await declineCorrection(annasManager, first.id, 1, { reason: 'The door log says five' }),
    ).toMatchObject({
      state: 'declined',
      reason: 'The door log says five',
    });
    const second = await proposalOf(anna);
    await expect(withdrawCorrection(annasManager, second.id, 1)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await withdrawCorrection(anna.as, second.id, 1)).toMatchObject({ state: 'withdrawn' });
    expect(await lineOf(anna)).toEqual(before);
  });

  dbTest('a day that was never punched', async ({ ctx, make }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const breaks = [{ startedAt: '2025-11-28T12:00', endedAt: '2025-11-28T12:30' }];
    const proposal = await proposeCorrection(anna.as, { locationId: anna.locationId, ...wish, breaks });
    expect(proposal.requested.breaks).toMatchObject([{ paid: false }]);
    expect((await sheetOf(anna)).lines).toEqual([]);
    await acceptCorrection(annasManager, proposal.id, 1, {});
    expect(await sheetOf(anna)).toMatchObject({
      lines: [
        {
          startedAt: '2025-11-28T08:00:00Z',
          endedAt: '2025-11-28T16:30:00Z',
          breakMinutes: 30,
          countedMinutes: 480,
        },
      ],
      totals: { countedMinutes: 480, breakMinutes: 30 },
    });
    // the same time again meets what is there now
    const again = await proposeCorrection(anna.as, { locationId: anna.locationId, ...wish });
    await expect(acceptCorrection(annasManager, again.id, 1, {})).rejects.toMatchObject({
      code: 'punch_out_of_order',
    });
    expect((await sheetOf(anna)).lines).toHaveLength(1);
    // where breaks are paid, the one that is added is too
    const settings = { ...DEFAULT_TIME_POLICY, breaks: { ...DEFAULT_TIME_POLICY.breaks, paid: true } };
    await rowsOf(
      ctx,
      `insert into time_policies (organization_id, id, valid, settings) values ($1, $2, '[2025-01-01,)', $3)`,
      [ctx.orgId, uuidv7(), JSON.stringify(settings)],
    );
    const { comment: reason, ...times } = wish;
    const line = await lineOf(anna);
    expect(
      await correctLine(annasManager, line.id, line.version, { ...times, reason, breaks }),
    ).toMatchObject({
      breakMinutes: 0,
      countedMinutes: 510,
    });
  });

  dbTest('hours that changed after the proposal are not overwritten', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const id = await work(anna, clock);
    const line = await lineOf(anna);
    const proposal = await proposalOf(anna);
    const { comment: _, ...times } = wish;
    const own = { ...times, endedAt: '2025-11-28T16:00', reason: 'As the manager saw it' };
    await expect(correctLine(annasManager, id, line.version + 1, own)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await expect(correctLine(anna.as, id, line.version, own)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await correctLine(annasManager, id, line.version, own)).toMatchObject({
      endedAt: '2025-11-28T15:00:00Z',
    });
    await expect(acceptCorrection(annasManager, proposal.id, 1, {})).rejects.toMatchObject({
      code: 'version_conflict',
      message: expect.stringContaining('changed after'),
    });
    // and the approval of what was seen before is refused
    expect(
      (await approveEntries(annasManager, { entries: [{ id, version: line.version }] })).data,
    ).toMatchObject([{ code: 'version_conflict', current: { endedAt: '2025-11-28T15:00:00Z' } }]);
  });

  dbTest('not in a closed or locked period; of somebody else not at all', async ({ ctx, make, clock }) => {
    const { anna, bo, annasManager } = await makeTeam(ctx, make);
    const id = await work(anna, clock);
    const line = await lineOf(anna);
    const entry = { entryId: id, entryVersion: line.version, ...wish };
    await expect(proposeCorrection(bo.as, entry)).rejects.toMatchObject({ code: 'not_found' });
    await expect(proposeCorrection(ctx, entry)).rejects.toMatchObject({ code: 'no_employee' });
    await expect(proposeCorrection(anna.as, { ...entry, entryVersion: 99 })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    const waiting = await proposalOf(anna);
    await closePayPeriod(ctx, await month(ctx), 1);
    await expect(proposeCorrection(anna.as, { locationId: anna.locationId, ...wish })).rejects.toMatchObject({
      code: 'period_locked',
    });
    await lockPayPeriod(ctx, await month(ctx), 2, { anyway: true });
    await expect(acceptCorrection(annasManager, waiting.id, 1, {})).rejects.toMatchObject({
      code: 'period_locked',
    });
    const { comment: reason, ...times } = wish;
    await expect(correctLine(annasManager, id, line.version, { ...times, reason })).rejects.toMatchObject({
      code: 'period_locked',
    });
  });
});

dbTest('a sheet is handed in by its person, once', async ({ ctx, make, clock }) => {
  const { anna, bo, annasManager } = await makeTeam(ctx, make);
  await work(anna, clock);
  const sheet = await sheetOf(anna);
  expect(sheet).toMatchObject({
    state: 'open',
    abilities: { submit: true },
    totals: { countedMinutes: 480 },
  });
  await expect(submitTimesheet(bo.as, sheet.id, sheet.version)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(submitTimesheet(anna.as, sheet.id, 99)).rejects.toMatchObject({ code: 'version_conflict' });
  const after = await submitTimesheet(anna.as, sheet.id, sheet.version);
  expect(after).toMatchObject({
    state: 'submitted',
    lines: [{ state: 'submitted' }],
    abilities: { submit: false },
  });
  await expect(submitTimesheet(anna.as, sheet.id, after.version)).rejects.toMatchObject({
    code: 'already_decided',
  });
  const line = await lineOf(anna);
  // sent back, it is handed in again
  await rejectEntries(annasManager, {
    entries: [{ id: line.id, version: line.version }],
    reason: 'Look again',
  });
  expect(await sheetOf(anna)).toMatchObject({ state: 'open', abilities: { submit: true } });
  await submitTimesheet(anna.as, sheet.id, (await sheetOf(anna)).version);
  await approveEntries(annasManager, { entries: [{ id: line.id, version: line.version }] });
  expect(await sheetOf(anna)).toMatchObject({ state: 'approved', totals: { approvedEntries: 1 } });
  const people = { employeeId: anna.employeeId, date: '2025-11-28' };
  expect(await getTimesheet(annasManager, people)).toMatchObject({ employeeName: 'Anna' });
  await expect(getTimesheet(bo.as, people)).rejects.toMatchObject({ code: 'forbidden' });
});

dbTest('accept and approve at once: never both about different hours', async ({ ctx, make, clock }) => {
  const { anna, annasManager } = await makeTeam(ctx, make);
  const id = await work(anna, clock);
  const line = await lineOf(anna);
  const proposal = await proposalOf(anna);
  const [accepted, approved] = await Promise.all([
    acceptCorrection(annasManager, proposal.id, 1, {}),
    approveEntries(ctx, { entries: [{ id, version: line.version }] }),
  ]);
  expect(accepted.state).toBe('accepted');
  // either the approval came first, and the correction undid it; or it saw that the entry had changed
  expect([null, 'version_conflict']).toContain(approved.data[0]?.code);
  expect(await lineOf(anna)).toMatchObject({ state: 'complete', endedAt: '2025-11-28T16:30:00Z' });
});
