import type { Ctx } from '@vaktplan/core/context/ctx';
import { transact } from '@vaktplan/core/context/transact';
import { closePayPeriod } from '@vaktplan/core/pay-periods/close-pay-period';
import { getTimesheetSettings } from '@vaktplan/core/pay-periods/get-timesheet-settings';
import { listPayPeriods } from '@vaktplan/core/pay-periods/list-pay-periods';
import { lockPayPeriod } from '@vaktplan/core/pay-periods/lock-pay-period';
import { noteLatePunch } from '@vaktplan/core/pay-periods/note-late-punch';
import { getTimesheet } from '@vaktplan/core/timesheets/get-timesheet';
import { proposeCorrection } from '@vaktplan/core/timesheets/propose-correction';
import { insertRefusedTap } from '@vaktplan/db/queries/refused-taps';
import * as schema from '@vaktplan/db/schema';
import { v7 as uuidv7 } from 'uuid';

type People = { boss: Ctx; colleague: Ctx; employeeId: string; bossId: string; locationId: string };

/** Hours of the colleague and the boss last November, periods in every state, proposals, and a punch that came late. */
export async function createTimesheets(people: People): Promise<Record<string, string>> {
  const { boss, colleague, locationId } = people;
  await getTimesheetSettings(boss);
  const worked = await insertEntry(boss, people.employeeId, locationId, '2025-11-28');
  const ownWork = await insertEntry(boss, people.bossId, locationId, '2025-11-27');
  const proposed = await insertEntry(boss, people.bossId, locationId, '2025-11-25');
  const wish = (day: string) => ({
    startedAt: `2025-11-${day}T08:00:00Z`,
    endedAt: `2025-11-${day}T15:30:00Z`,
    comment: 'Half an hour less',
  });
  const entry = { entryId: worked, entryVersion: 1 };
  const proposal = await proposeCorrection(colleague, { ...entry, ...wish('28') });
  const own = await proposeCorrection(boss, { entryId: proposed, entryVersion: 1, ...wish('25') });
  const missed = await proposeCorrection(colleague, { locationId, ...wish('20') });
  const month = async (date: string) => {
    const [period] = (await listPayPeriods(boss, { startDate: date, endDate: date })).data;
    return period?.id ?? '';
  };
  const periodToReopen = await month('2025-10-15');
  await closePayPeriod(boss, periodToReopen, 1);
  const periodToUnlock = await month('2025-07-15');
  await lockPayPeriod(boss, periodToUnlock, 1, {});
  // stays locked: to unlock what a punch came late for computes hours anew, and those above have no punches
  await lockPayPeriod(boss, await month('2025-06-15'), 1, {});
  const sheet = await getTimesheet(boss, { employeeId: people.bossId, date: '2025-11-27' });
  await getTimesheet(boss, { employeeId: people.employeeId, date: '2025-12-01' });
  return {
    worked,
    ownWork,
    sheet: sheet.id,
    proposal: proposal.id,
    ownProposal: own.id,
    missedDay: missed.id,
    adjustment: await insertLate(boss, people.employeeId),
    refusedTap: await insertRefused(boss, people.employeeId, locationId),
    periodToClose: await month('2025-09-15'),
    periodToReopen,
    periodToLock: await month('2025-08-15'),
    periodToUnlock,
  };
}

async function insertEntry(ctx: Ctx, employeeId: string, locationId: string, date: string): Promise<string> {
  const id = uuidv7();
  await ctx.db.transaction(ctx.orgId, (tx) =>
    tx.insert(schema.timeEntries).values({
      organizationId: ctx.orgId,
      id,
      employeeId,
      locationId,
      startedAt: `${date}T08:00:00Z`,
      endedAt: `${date}T16:00:00Z`,
      localDate: date,
      zone: 'Europe/Copenhagen',
      workedMinutes: 480,
      settledAt: `${date}T16:02:00Z`,
    }),
  );
  return id;
}

async function insertLate(ctx: Ctx, employeeId: string): Promise<string> {
  return transact(ctx, 'test.late', async (tx) => {
    const [punch] = await tx.select({ id: schema.timePunches.id }).from(schema.timePunches).limit(1);
    await noteLatePunch(tx, ctx, { employeeId, punchId: punch?.id ?? '', localDate: '2025-06-30' });
    const [late] = await tx.select({ id: schema.timesheetAdjustments.id }).from(schema.timesheetAdjustments);
    return late?.id ?? '';
  });
}

async function insertRefused(ctx: Ctx, employeeId: string, locationId: string): Promise<string> {
  const id = uuidv7();
  const at = ctx.now().subtract({ hours: 2 }).toString();
  const tap = { kioskId: uuidv7(), locationId, employeeId, kind: 'in', problem: 'pin_wrong' } as const;
  await ctx.db.transaction(ctx.orgId, (tx) =>
    insertRefusedTap(tx, ctx.orgId, { ...tap, id, occurredAt: at, createdAt: at }),
  );
  return id;
}
