import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import {
  dayOf,
  DEFAULT_SETTINGS,
  evaluateShift,
  gravest,
  type PersonFacts,
  type PlannedFact,
  type RuleWorld,
} from '@vaktplan/core/rules';
import type { FeasibilityAnswer } from '@vaktplan/ui/schedule-grid';
import { sayFinding, type FindingWords } from './finding-words';
import { instantOfWall, wallMinutes, wallText } from './wall-clock';

const ALWAYS = { from: -Infinity, to: Infinity };
const MINUTE = 60_000;

/** A shift as the rules see it, on its own day or at the same wall-clock times on another. */
function factOn(shift: ShiftView, date: string): PlannedFact {
  const { zone, localDate, startsAt, endsAt } = shift;
  const [start, end] = [wallMinutes(startsAt, localDate, zone), wallMinutes(endsAt, localDate, zone)];
  const there = (minutes: number, own: string) =>
    date === localDate ? Date.parse(own) : (instantOfWall(wallText(date, minutes), zone) ?? Date.parse(own));
  const [from, to] = [there(start, startsAt), there(end, endsAt)];
  const day = dayOf(date);
  return {
    id: shift.id,
    locationId: shift.locationId,
    positionId: shift.positionId,
    from,
    to,
    day,
    endDay: day + Math.floor(Math.max(0, end - 1) / 1440),
    paidMinutes: Math.max(0, Math.floor((to - from) / MINUTE) - (shift.minutes - shift.paidMinutes)),
  };
}

const personOf = (employee: RosterView['employees'][number]): PersonFacts => ({
  id: employee.id,
  deactivated: employee.status === 'deactivated',
  lastDay: null,
  contracts: employee.contracts.map(({ from, to }) => ({
    from: dayOf(from),
    to: to === null ? Infinity : dayOf(to),
    minutesPerWeek: employee.contractedMinutesPerWeek,
  })),
  positions: new Map(employee.positionIds.map((id) => [id, [ALWAYS]])),
  skills: new Map(),
});

/** What is only good to know stands in nobody's way, and skills are not known here. */
const settings: RuleWorld['settings'] = Object.fromEntries(
  Object.entries(DEFAULT_SETTINGS).filter(
    ([rule, { severity }]) => severity !== 'info' && !rule.startsWith('skill_'),
  ),
);

/**
 * The rules' word on every cell, from what the page already has: the days shown, this location. The API, which knows the
 * weeks around, other locations and skills, answers a moment later in its place. `carried` are in nobody's way.
 */
export function judgeHere(
  roster: RosterView,
  shifts: readonly ShiftView[],
  carried: readonly string[],
  t: FindingWords,
): FeasibilityAnswer {
  const away = new Set(carried);
  const views = new Map(shifts.filter(({ id }) => away.has(id)).map((shift) => [shift.id, shift]));
  const others = Map.groupBy(
    shifts.filter(({ id, state }) => state !== 'deleted' && !away.has(id)),
    ({ employeeId }) => employeeId,
  );
  // read when it is asked for: of a thousand people a drag passes some
  const plans = new Map<string, PlannedFact[]>();
  const planOf = (employeeId: string): PlannedFact[] => {
    let plan = plans.get(employeeId);
    if (!plan) {
      plan = (others.get(employeeId) ?? []).map((shift) => factOn(shift, shift.localDate));
      plans.set(employeeId, plan);
    }
    return plan;
  };
  const people = new Map(roster.employees.map((employee) => [employee.id, employee]));
  const closed = new Map([[roster.location.id, new Set(roster.closedDays.map(({ date }) => dayOf(date)))]]);
  const world: RuleWorld = { weekStart: roster.location.weekStart, required: new Map(), closed, settings };
  return (employeeId, date, shiftId) => {
    const employee = employeeId === null ? undefined : people.get(employeeId);
    const shift = views.get(shiftId);
    if (!employee || !shift || shift.locationId !== roster.location.id) return null;
    const found = gravest(evaluateShift(personOf(employee), planOf(employee.id), factOn(shift, date), world));
    if (!found) return null;
    const position = roster.positions.find(({ id }) => id === shift.positionId)?.name;
    return { verdict: found.severity === 'block' ? 'block' : 'warn', reason: sayFinding(found, position, t) };
  };
}
