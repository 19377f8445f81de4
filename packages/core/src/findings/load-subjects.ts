import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { DraftShift } from '@vaktplan/contracts/http/findings';
import type { Permission } from '@vaktplan/contracts/permissions';
import { findDepartmentPlace, findPositionPlace } from '@vaktplan/db/queries/planning';
import { findPickedShifts, type PickedShift } from '@vaktplan/db/queries/rule-facts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { givenBreaks, placedBreaks } from '../shifts/given-breaks.rules.ts';
import { assertPositionHere } from '../shifts/assert-position-here.ts';
import { assertBreaksFit, assertShiftInterval } from '../shifts/shift.rules.ts';
import { localDateOf, onDate, resolveMoment } from '../time/local-time.rules.ts';
import { dayOf, type PlannedFact } from './facts.rules.ts';

/** A shift that looks for a person; without an id it is not stored yet. */
export type Subject = Omit<PickedShift, 'id' | 'employeeId'> & { id: string | null };

/** Stored shifts, or a draft, which the actor may plan. Errors: not_found, forbidden, position_elsewhere, and those of the draft's times. */
export async function loadSubjects(
  ctx: Ctx,
  asked: { shiftIds?: readonly string[] | undefined; draft?: DraftShift | undefined },
  permission: Permission,
): Promise<Subject[]> {
  const { shiftIds = [], draft } = asked;
  return ctx.db.transaction(ctx.orgId, async (tx) => {
    if (draft) {
      const place = await findDepartmentPlace(tx, ctx.orgId, draft.departmentId);
      if (!place || place.archived) throw new AppError('not_found');
      authorize(ctx.actor, permission, place);
      if (draft.positionId) {
        const source = { position: (id: string) => findPositionPlace(tx, ctx.orgId, id) };
        await assertPositionHere(source, draft.positionId, place.locationId, null);
      }
      return [subjectOf(draft, place)];
    }
    const ids = [...new Set(shiftIds.map((id) => id.toLowerCase()))];
    const found = await findPickedShifts(tx, ctx.orgId, ids);
    if (found.length < ids.length) throw new AppError('not_found');
    for (const shift of found) authorize(ctx.actor, permission, shift);
    return found;
  });
}

function subjectOf(
  draft: DraftShift,
  place: { locationId: string; departmentId: string; zone: string },
): Subject {
  const interval = {
    startsAt: resolveMoment(draft.startsAt, place.zone, draft.startsAtFold, 'draft.startsAt'),
    endsAt: resolveMoment(draft.endsAt, place.zone, draft.endsAtFold, 'draft.endsAt'),
  };
  const breaks = placedBreaks(givenBreaks(draft.breaks), interval);
  assertShiftInterval(interval);
  assertBreaksFit(interval, breaks);
  return {
    id: null,
    locationId: place.locationId,
    departmentId: place.departmentId,
    positionId: draft.positionId ?? null,
    startsAt: interval.startsAt.toString(),
    endsAt: interval.endsAt.toString(),
    zone: place.zone,
    localDate: localDateOf(interval.startsAt, place.zone),
    unpaidMinutes: breaks.reduce((sum, pause) => sum + (pause.paid ? 0 : pause.minutes), 0),
  };
}

/** The subject as the rules see it on a day: at the same wall-clock times, also over a DST night. */
export function factOn(subject: Subject, date: string): PlannedFact {
  const from = Temporal.Instant.from(subject.startsAt);
  const to = Temporal.Instant.from(subject.endsAt);
  const there =
    date === subject.localDate
      ? { startsAt: from, endsAt: to }
      : onDate({ startsAt: from, endsAt: to }, subject.zone, date);
  const minutes = Math.floor((there.endsAt.epochMilliseconds - there.startsAt.epochMilliseconds) / 60_000);
  return {
    id: subject.id ?? 'draft',
    locationId: subject.locationId,
    positionId: subject.positionId,
    from: there.startsAt.epochMilliseconds,
    to: there.endsAt.epochMilliseconds,
    day: dayOf(date),
    endDay: dayOf(localDateOf(there.endsAt.subtract({ milliseconds: 1 }), subject.zone)),
    paidMinutes: Math.max(0, minutes - subject.unpaidMinutes),
  };
}
