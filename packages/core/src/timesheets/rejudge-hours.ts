import { AppError } from '@vaktplan/contracts/errors';
import { EVENTS } from '@vaktplan/contracts/events';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { lockPayPeriod as holdPayPeriod } from '@vaktplan/db/queries/pay-periods';
import { findEvent } from '@vaktplan/db/queries/recipients';
import { listLinesById, lockLines, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import {
  carryProposals,
  listSeenPlans,
  listUndecidedWork,
  type SeenPlan,
} from '@vaktplan/db/queries/undecided-work';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { saveClocks, takeClocks } from '../time-tracking/recording/record-taps.ts';
import { refreshTheirSheets } from './decide-entries.ts';
import { countedOf, factsOf, planOf } from './line.presenter.ts';
import { staying, type Standing } from './rejudge.rules.ts';
import { lineState } from './review.rules.ts';
import { stepOf } from './step-of.ts';

const TOGETHER = 25;
type Work = { employeeId: string; startedAt: string };
/** Whose hours, and because of which publication. */
type Asked = { work: Work[]; publicationId: string | null };

/**
 * What was worked before its plan was published, changed or taken back is judged by the plan that there is now: matched,
 * rounded and compared anew, from its punches. What is approved or locked stays as it is, and so do the hours that somebody
 * entered. By the event of the publication, or of a sheet of which a decision was taken back: the plan may have changed while
 * it stood. May run again, and changes nothing then. Returns how many entries changed.
 * Errors: not_found (event).
 */
export async function rejudgeHours(ctx: Ctx, eventId: string): Promise<number> {
  const { work, publicationId } = await ctx.db.transaction(ctx.orgId, (tx) => findWork(tx, ctx, eventId));
  const rejudged = (some: readonly Work[]) => rejudge(ctx, some, publicationId);
  let changed = 0;
  let failure: unknown;
  for (let from = 0; from < work.length; from += TOGETHER) {
    const batch = work.slice(from, from + TOGETHER);
    try {
      changed += await rejudged(batch);
    } catch {
      // one that cannot be computed does not keep the others from it
      for (const one of batch) {
        changed += await rejudged([one]).catch((err: unknown) => {
          ctx.log.error({ err, employeeId: one.employeeId }, 'hours could not be judged again');
          failure ??= err;
          return 0;
        });
      }
    }
  }
  if (failure) throw failure;
  return changed;
}

async function findWork(tx: Tx, ctx: Ctx, eventId: string): Promise<Asked> {
  const event = await findEvent(tx, ctx.orgId, eventId);
  switch (event?.eventType) {
    case 'schedule.published':
    case 'schedule.unpublished': {
      const { publicationId, affectedEmployeeIds, ...days } = EVENTS[event.eventType].parse(event.payload);
      return { work: await listUndecidedWork(tx, ctx.orgId, affectedEmployeeIds, days), publicationId };
    }
    case 'timesheet.changed': {
      const { employeeId, payPeriodId } = EVENTS[event.eventType].parse(event.payload);
      const period = await holdPayPeriod(tx, ctx.orgId, payPeriodId, 'share');
      const work = period ? await listUndecidedWork(tx, ctx.orgId, [employeeId], period) : [];
      return { work, publicationId: null };
    }
    default:
      throw new AppError('not_found');
  }
}

const rejudge = (ctx: Ctx, work: readonly Work[], publicationId: string | null): Promise<number> =>
  transact(ctx, 'timesheets.rejudge', async (tx) => {
    const now = ctx.now().epochMilliseconds;
    // just after its start, so that the entry itself is where the person's facts begin
    const from = new Map(work.map(({ employeeId, startedAt }) => [employeeId, Date.parse(startedAt) + 1]));
    const clocks = await takeClocks(tx, ctx, from, [], now);
    const stored = [...clocks.people.values()].flatMap((person) => person.stored);
    const before = await lockLines(
      tx,
      ctx.orgId,
      stored.map(({ id }) => id),
    );
    const seen = await listSeenPlans(
      tx,
      ctx.orgId,
      stored.map(({ id }) => id),
      publicationId,
    );
    const standing = before.map((line) =>
      standingOf(line, stored.find(({ id }) => id === line.id)?.openedBy),
    );
    const of = Map.groupBy(standing, ({ id }) => before.find((line) => line.id === id)?.employeeId);
    const { changed, removedIds } = await saveClocks(
      tx,
      ctx,
      clocks,
      { stays: ({ employeeId }, entries) => staying(of.get(employeeId) ?? [], entries) },
      now,
    );
    const ids = new Set([...changed.map(({ entry }) => entry.id), ...removedIds]);
    if (ids.size === 0) return 0;
    await remember(tx, ctx, { before: before.filter(({ id }) => ids.has(id)), seen, ids: [...ids] });
    return ids.size;
  });

const standingOf = (line: LineRow, openedBy: string | null | undefined): Standing => {
  const { countedStart, countedEnd, countedMinutes } = countedOf(line);
  const state = lineState(factsOf(line));
  return {
    id: line.id,
    approved: state === 'approved' || state === 'locked',
    edited: line.flags.includes('edited'),
    computed: Boolean(openedBy),
    countedStart: Date.parse(countedStart),
    countedEnd: countedEnd === null ? null : Date.parse(countedEnd),
    minutes: countedMinutes,
  };
};

type Changed = { before: readonly LineRow[]; seen: readonly SeenPlan[]; ids: readonly string[] };

async function remember(tx: Tx, ctx: Ctx, { before, seen, ids }: Changed): Promise<void> {
  const after = await listLinesById(tx, ctx.orgId, ids);
  const pairs = ids.map((id) => ({
    id,
    was: before.find((line) => line.id === id),
    is: after.find((line) => line.id === id),
  }));
  await insertApprovals(
    tx,
    ctx.orgId,
    ctx.now().toString(),
    pairs.map(({ id, was, is }) => ({
      id: newId(),
      subjectType: 'time_entry' as const,
      subjectId: id,
      employeeId: (was ?? is)?.employeeId ?? null,
      step: 'automatic',
      decision: 'rejudged',
      reason: null,
      actorId: null,
      before: was
        ? judgedStep(
            was,
            seen.find((plan) => plan.id === id),
          )
        : null,
      after: is ? judgedStep(is, planOf(is)) : null,
    })),
  );
  await carryProposals(
    tx,
    ctx.orgId,
    pairs.flatMap(({ id, was, is }) =>
      was && is && sameTimes(was, is) ? [{ id, from: was.version, to: is.version }] : [],
    ),
  );
  await refreshTheirSheets(tx, ctx, [...before, ...after], 'rejudged');
}

const judgedStep = (line: LineRow, plan: { startsAt: string; endsAt: string } | null | undefined) => ({
  ...stepOf(line),
  ...(plan && { plannedStart: plan.startsAt, plannedEnd: plan.endsAt }),
});

const sameTimes = (a: LineRow, b: LineRow): boolean =>
  a.startedAt === b.startedAt &&
  a.endedAt === b.endedAt &&
  JSON.stringify(a.breaks) === JSON.stringify(b.breaks);
