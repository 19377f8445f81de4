import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import {
  dayOf,
  DEFAULT_SETTINGS,
  gravestOfShift,
  inOrder,
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

type Plan = { byId: Map<string, ShiftView>; byPerson: Map<string | null, ShiftView[]> };
type People = Map<string, RosterView['employees'][number]>;
const plans = new WeakMap<readonly ShiftView[], Plan>();
const people = new WeakMap<RosterView, People>();

/** The shifts of a list by id and by person, once for each list: to be done while nothing is in the hand yet. */
export function readPlan(shifts: readonly ShiftView[]): Plan {
  let plan = plans.get(shifts);
  if (!plan) {
    const byId = new Map(shifts.map((shift) => [shift.id, shift]));
    plans.set(shifts, (plan = { byId, byPerson: Map.groupBy(shifts, ({ employeeId }) => employeeId) }));
  }
  return plan;
}

function readPeople(roster: RosterView): People {
  let known = people.get(roster);
  if (!known) people.set(roster, (known = new Map(roster.employees.map((one) => [one.id, one]))));
  return known;
}

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
  const { byId, byPerson } = readPlan(shifts);
  const persons = readPeople(roster);
  // read when it is asked for: of a thousand people a drag passes some
  const facts = new Map<string, PlannedFact[]>();
  const factsOf = (employeeId: string): PlannedFact[] => {
    let plan = facts.get(employeeId);
    if (!plan) {
      plan = (byPerson.get(employeeId) ?? [])
        .filter(({ id, state }) => state !== 'deleted' && !away.has(id))
        .map((shift) => factOn(shift, shift.localDate))
        .toSorted(inOrder);
      facts.set(employeeId, plan);
    }
    return plan;
  };
  const closed = new Map([[roster.location.id, new Set(roster.closedDays.map(({ date }) => dayOf(date)))]]);
  const world: RuleWorld = { weekStart: roster.location.weekStart, required: new Map(), closed, settings };
  return (employeeId, date, shiftId) => {
    const employee = employeeId === null ? undefined : persons.get(employeeId);
    const shift = away.has(shiftId) ? byId.get(shiftId) : undefined;
    if (!employee || !shift || shift.locationId !== roster.location.id) return null;
    const found = gravestOfShift(personOf(employee), factsOf(employee.id), factOn(shift, date), world);
    if (!found) return null;
    const position = roster.positions.find(({ id }) => id === shift.positionId)?.name;
    return { verdict: found.severity === 'block' ? 'block' : 'warn', reason: sayFinding(found, position, t) };
  };
}
