import { describe, expect } from 'vitest';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Make } from '@vaktplan/testing/make';
import { setTolerance } from '../pay-periods/set-tolerance.ts';
import { updateTimesheetSettings } from '../pay-periods/update-timesheet-settings.ts';
import { acceptCorrection } from './accept-correction.ts';
import { approveAutomatically } from './approve-automatically.ts';
import { approveEntries } from './approve-entries.ts';
import { correctLine } from './correct-line.ts';
import { listTimesheetLines } from './list-lines.ts';
import { proposeCorrection } from './propose-correction.ts';
import { rejectEntries } from './reject-entries.ts';
import { historyOf, makeDay } from './timesheets.fixture.ts';

const december = { startDate: '2025-12-01', endDate: '2025-12-31' };
const ownHours = expect.objectContaining({ code: 'own_hours' });

/** A manager of a department who works there too, with a colleague. */
async function makeManagers(ctx: Ctx, make: Make) {
  const mia = await makeClocker(ctx, make, { name: 'Mia' });
  const { departmentId } = mia;
  const anna = await makeClocker(ctx, make, { name: 'Anna', departmentId });
  const manager = await make.user('manager', { departmentId, employeeId: mia.employeeId });
  const other = make.as(ctx, await make.user('manager', { departmentId }));
  return { mia: { ...mia, as: make.as(ctx, manager) } satisfies Clocker, anna, other };
}
const allow = (ctx: Ctx, ownApproval: boolean, version = 1) =>
  updateTimesheetSettings(ctx, version, { ownApproval });

describe('hours of one’s own', () => {
  dbTest(
    'are refused in a bulk approval, alone and by itself, and each attempt is written down',
    async ({ ctx, make, clock }) => {
      const { mia, anna, other } = await makeManagers(ctx, make);
      const own = await makeDay(ctx, mia, '2025-12-01');
      const hers = await makeDay(ctx, anna, '2025-12-01');
      clock.set('2025-12-02T08:00:00Z');
      const lines = (await listTimesheetLines(mia.as, december)).data;
      expect(lines.find(({ id }) => id === own)).toMatchObject({
        ownHours: true,
        abilities: { approve: false, correct: false },
      });
      const entries = [own, hers].map((id) => ({ id, version: 1 }));
      expect((await approveEntries(mia.as, { entries })).data).toMatchObject([
        { done: false, code: 'own_hours', detail: expect.stringContaining('somebody else') },
        { done: true },
      ]);
      const rejected = await rejectEntries(mia.as, { entries: entries.slice(0, 1), reason: 'No' });
      expect(rejected.data[0]?.code).toBe('own_hours');
      const times = { startedAt: '2025-12-01T06:00:00Z', endedAt: '2025-12-01T19:00:00Z', reason: 'Longer' };
      await expect(correctLine(mia.as, own, 1, times)).rejects.toEqual(ownHours);
      expect(await historyOf(ctx, own)).toMatchObject(
        ['approve', 'reject', 'correct'].map((wanted) => ({
          decision: 'refused',
          actor_id: mia.as.actor.kind === 'user' ? mia.as.actor.userId : '',
          after: { wanted, code: 'own_hours' },
        })),
      );
      expect((await approveEntries(other, { entries: entries.slice(0, 1) })).meta.done).toBe(1);
    },
  );

  dbTest('a proposal of one’s own is somebody else’s to accept', async ({ ctx, make, clock }) => {
    const { mia, other } = await makeManagers(ctx, make);
    clock.set('2025-12-02T08:00:00Z');
    const proposal = await proposeCorrection(mia.as, {
      locationId: mia.locationId,
      startedAt: '2025-12-01T06:00:00Z',
      endedAt: '2025-12-01T09:00:00Z',
      comment: 'I opened the shop',
    });
    expect(proposal.abilities).toEqual({ decide: false, withdraw: true });
    await expect(acceptCorrection(mia.as, proposal.id, 1, {})).rejects.toEqual(ownHours);
    expect((await acceptCorrection(other, proposal.id, 1, {})).state).toBe('accepted');
    const steps = await historyOf(ctx, proposal.id);
    expect(steps.map(({ decision }) => decision)).toEqual(['proposed', 'refused', 'accepted']);
  });

  dbTest('those who approve are not approved by the clock alone', async ({ ctx, make, clock }) => {
    const { mia, anna } = await makeManagers(ctx, make);
    const own = await makeDay(ctx, mia, '2025-12-01');
    await makeDay(ctx, anna, '2025-12-01');
    clock.set('2025-12-02T08:00:00Z');
    const tolerance = { automatic: true, startMinutes: 15, endMinutes: 15, totalMinutes: 30 };
    await setTolerance(ctx, mia.locationId, 0, tolerance);
    const job: Ctx = { ...ctx, actor: { kind: 'system', name: 'approve-automatically' } };
    expect(await approveAutomatically(job)).toBe(1);
    expect(await historyOf(ctx, own)).toEqual([]);
    await allow(ctx, true);
    expect(await approveAutomatically(job)).toBe(1);
  });

  dbTest('a setting allows it, and who changed it is in the history', async ({ ctx, make, clock }) => {
    const { mia } = await makeManagers(ctx, make);
    const own = await makeDay(ctx, mia, '2025-12-01');
    clock.set('2025-12-02T08:00:00Z');
    await expect(allow(mia.as, true)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await allow(ctx, true)).toMatchObject({ ownApproval: true });
    const entries = [{ id: own, version: 1 }];
    expect((await approveEntries(mia.as, { entries })).meta.done).toBe(1);
    expect(await historyOf(ctx, ctx.orgId)).toMatchObject([
      { step: 'settings', before: { ownApproval: false }, after: { ownApproval: true } },
    ]);
  });

  dbTest('the owner who is all there is decides for themselves', async ({ ctx, make, clock }) => {
    const alone = await makeClocker(ctx, make);
    const owner = make.as(ctx, await make.user('owner', { employeeId: alone.employeeId }));
    const own = await makeDay(ctx, alone, '2025-12-01');
    clock.set('2025-12-02T08:00:00Z');
    const entries = [{ id: own, version: 1 }];
    expect((await approveEntries(owner, { entries })).meta.done).toBe(1);
    await makeClocker(ctx, make, { departmentId: alone.departmentId });
    const next = await makeDay(ctx, alone, '2025-12-02');
    clock.set('2025-12-03T08:00:00Z');
    const [refused] = (await approveEntries(owner, { entries: [{ id: next, version: 1 }] })).data;
    expect(refused?.code).toBe('own_hours');
    expect(await rowsOf(ctx, "select 1 from approvals where decision = 'refused'")).toHaveLength(1);
  });
});
