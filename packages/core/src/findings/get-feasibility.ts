import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { Feasibility, FeasibilityView } from '@vaktplan/contracts/http/findings';
import { daysInRange } from '@vaktplan/contracts/primitives';
import { rosterStatements, type RosterLocationRow } from '@vaktplan/db/queries/roster';
import { ruleFactStatements } from '@vaktplan/db/queries/rule-facts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { placeShift } from './feasibility.rules.ts';
import { plansOf } from './load-plans.ts';
import { factOn, loadSubjects, type Subject } from './load-subjects.ts';

/** Most cells that are judged for one answer; the shapes beyond are left out, which the grid takes as not known. */
const MAX_CELLS = 50_000;

/**
 * Where the shifts that are being carried may go: a verdict for each person of the location and each day of the range,
 * for painting from memory. Advice only: the write is judged again. Errors: not_found, forbidden, those of a draft's times.
 */
export async function getFeasibility(ctx: Ctx, input: Feasibility): Promise<FeasibilityView> {
  const { locationId, startDate, endDate } = input;
  const range = { startDate, endDate };
  const subjects = await loadSubjects(ctx, input, input.copy ? 'shift:read-draft' : 'shift:update');
  const [locations, departments, facts, shifts] = await ctx.db.read(ctx.orgId, [
    ...rosterStatements(ctx.orgId, locationId, range).slice(0, 2),
    ...ruleFactStatements(ctx.orgId, { locationId, ...range }),
  ]);
  const location = locations?.[0] as RosterLocationRow | undefined;
  if (!location) throw new AppError('not_found');
  const place = { id: locationId, departmentIds: (departments as { id: string }[]).map(({ id }) => id) };
  if (!canAtLocation(ctx.actor, 'shift:update', place)) throw new AppError('forbidden');

  const { people: plans, world } = plansOf(facts ?? [], shifts ?? []);
  const people = [...plans.values()];
  const days = Array.from({ length: daysInRange(range) }, (_, nr) =>
    Temporal.PlainDate.from(startDate).add({ days: nr }).toString(),
  );
  const away = new Set(input.copy ? [] : subjects.flatMap(({ id }) => id ?? []));
  const shapes = shapesOf(subjects).slice(
    0,
    Math.max(1, Math.floor(MAX_CELLS / Math.max(1, people.length * days.length))),
  );
  return {
    employees: people.map(({ person }) => person.id),
    days,
    verdicts: shapes.map((alike) => {
      // a copy stands beside its original
      const subject = input.copy ? { ...(alike[0] as Subject), id: null } : (alike[0] as Subject);
      const on = days.map((date) => factOn(subject, date));
      const { bits, reasons } = placeShift(people, on, away, world);
      return {
        shiftIds: alike.flatMap(({ id }) => id ?? []),
        bits: Buffer.from(bits).toString('base64'),
        reasons: reasons as FeasibilityView['verdicts'][number]['reasons'],
      };
    }),
  };
}

/** Shifts that would be alike on any day: the same wall-clock times, pay and position at the same place. */
function shapesOf(subjects: readonly Subject[]): Subject[][] {
  const shapes = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const wall = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(subject.zone);
    const key = JSON.stringify([
      wall(subject.startsAt).toPlainTime().toString(),
      wall(subject.endsAt).toPlainTime().toString(),
      Math.round((Date.parse(subject.endsAt) - Date.parse(subject.startsAt)) / 3_600_000 / 12),
      subject.positionId,
      subject.locationId,
      subject.unpaidMinutes,
    ]);
    const alike = shapes.get(key);
    if (alike) alike.push(subject);
    else shapes.set(key, [subject]);
  }
  return [...shapes.values()];
}
