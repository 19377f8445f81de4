import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { costOfShift, type Rate } from '@vaktplan/core/rules';
import type { GridEmployee, GridShift } from '@vaktplan/ui/schedule-grid';
import { addDays } from '../../lib/format';
import { wallMinutes } from './wall-clock';

type Roster = {
  positions: Map<string, RosterView['positions'][number]>;
  rates: Map<string, readonly Rate[]>;
  names: Map<string, string>;
};

export const indexRoster = (roster: RosterView): Roster => ({
  positions: new Map(roster.positions.map((position) => [position.id, position])),
  rates: new Map(roster.employees.map((employee) => [employee.id, employee.rates])),
  names: new Map(roster.employees.map((employee) => [employee.id, employee.name])),
});

/** A shift as the grid draws it: wall-clock minutes of its day, its cost by the rate of that day. */
export function toGridShift(shift: ShiftView, roster: Roster): GridShift {
  const { positions, rates } = roster;
  const position = shift.positionId ? positions.get(shift.positionId) : undefined;
  const ratesOfPerson = shift.employeeId ? rates.get(shift.employeeId) : undefined;
  return {
    id: shift.id,
    employeeId: shift.employeeId,
    date: shift.localDate,
    startMinutes: wallMinutes(shift.startsAt, shift.localDate, shift.zone),
    endMinutes: wallMinutes(shift.endsAt, shift.localDate, shift.zone),
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    paidMinutes: shift.paidMinutes,
    costMinor: ratesOfPerson?.length ? costOfShift(shift, ratesOfPerson) : null,
    positionId: shift.positionId,
    positionName: position?.name ?? null,
    locationId: shift.locationId,
    departmentId: shift.departmentId,
    color: position?.color ?? null,
    state: shift.state,
    version: shift.version,
    notes: shift.notes,
    breaks: shift.breaks,
    changedBy: shift.changedBy,
    changedAt: shift.changedAt,
    published: publishedOf(shift, roster),
    abilities: shift.abilities,
  };
}

/** What employees see of it now, when that is something else. */
function publishedOf(
  { published, zone, employeeId: planned }: ShiftView,
  { positions, names }: Roster,
): GridShift['published'] {
  if (!published) return null;
  const { employeeId, localDate, positionId } = published;
  return {
    employeeName: employeeId === null ? null : (names.get(employeeId) ?? ''),
    otherPerson: employeeId !== planned,
    date: localDate,
    startMinutes: wallMinutes(published.startsAt, localDate, zone),
    endMinutes: wallMinutes(published.endsAt, localDate, zone),
    positionName: positionId === null ? null : (positions.get(positionId)?.name ?? null),
  };
}

/** `said`: what of the roster shifts are drawn with, as text; made when another roster is to be compared. */
type Drawn = {
  of: RosterView;
  said: string | undefined;
  roster: Roster;
  byId: Map<string, GridShift>;
  lists: WeakMap<readonly ShiftView[], GridShift[]>;
};

const drawn = new WeakMap<RosterView, Drawn>();
// the server draws for many, who may do different things with the same shift
const newestDrawn = typeof window === 'undefined' ? undefined : new Map<string, Drawn>();

/** The same for rosters of a location that say the same: another week is no reason to draw its shifts twice. */
function drawnWith(roster: RosterView): Drawn {
  const known = drawn.get(roster);
  if (known) return known;
  const before = newestDrawn?.get(roster.location.id);
  const said = before && sayDrawn(roster);
  const same = before && (before.said ??= sayDrawn(before.of)) === said;
  const now = same
    ? before
    : { of: roster, said, roster: indexRoster(roster), byId: new Map(), lists: new WeakMap() };
  newestDrawn?.set(roster.location.id, now);
  drawn.set(roster, now);
  return now;
}

const sayDrawn = ({ positions, employees }: RosterView): string =>
  JSON.stringify([positions, employees.map(({ id, name, rates }) => [id, name, rates])]);

/** Some weeks' worth; those left long ago are drawn anew when they are looked at again. */
const MOST_KEPT = 50_000;

/**
 * A list of shifts as the grid draws them: the same array for the same list, and for a shift that has not changed the
 * same object as in the list before, so that a refetch of 5,000 redraws those that have.
 */
export function gridShiftsOf(roster: RosterView, views: readonly ShiftView[]): GridShift[] {
  const { byId, lists, roster: indexed } = drawnWith(roster);
  const before = lists.get(views);
  if (before) return before;
  if (byId.size > MOST_KEPT) byId.clear();
  const shifts = views.map((view) => {
    const same = byId.get(view.id);
    if (same && isSame(same, view)) return same;
    const shift = toGridShift(view, indexed);
    byId.set(view.id, shift);
    return shift;
  });
  lists.set(views, shifts);
  return shifts;
}

const isSame = (drawnBefore: GridShift, view: ShiftView): boolean =>
  drawnBefore.version === view.version &&
  drawnBefore.state === view.state &&
  drawnBefore.changedAt === view.changedAt;

const people = new WeakMap<RosterView, GridEmployee[]>();
const persons = new Map<string, { said: string; person: GridEmployee }>();
let newest: GridEmployee[] = [];

/**
 * The same array for the same roster, and for one of another week with the same people: another week is no reason to draw
 * a thousand names anew.
 */
export function gridEmployeesOf(roster: RosterView): GridEmployee[] {
  const known = people.get(roster);
  if (known) return known;
  const made = toGridEmployees(roster).map((person) => {
    const said = JSON.stringify(person);
    const before = persons.get(person.id);
    if (before?.said === said) return before.person;
    persons.set(person.id, { said, person });
    return person;
  });
  const same = made.length === newest.length && made.every((person, i) => person === newest[i]);
  if (!same) newest = made;
  people.set(roster, newest);
  return newest;
}

/** The people of the roster; the grid takes the last day of a rate, the API the first day after it. */
export const toGridEmployees = (roster: RosterView): GridEmployee[] => {
  const { positions } = indexRoster(roster);
  return roster.employees.map((employee) => ({
    id: employee.id,
    name: employee.name,
    status: employee.status,
    positionNames: employee.positionIds.flatMap((id) => positions.get(id)?.name ?? []),
    positionIds: employee.positionIds,
    contractedMinutesPerWeek: employee.contractedMinutesPerWeek,
    rates: employee.rates
      .filter((rate) => !rate.positionId)
      .map((rate) => ({ ...rate, to: rate.to && addDays(rate.to, -1) })),
  }));
};

/** The department a new shift goes to: its position's, else the person's, else the first of the location. */
export function departmentFor(
  roster: RosterView,
  employeeId: string | null,
  positionId: string | null | undefined,
): string | undefined {
  const position = roster.positions.find((one) => one.id === positionId);
  if (position?.departmentId) return position.departmentId;
  const employee = roster.employees.find((one) => one.id === employeeId);
  const here = new Set(roster.departments.map((department) => department.id));
  return employee?.departmentIds.find((id) => here.has(id)) ?? roster.departments[0]?.id;
}

const closed = new WeakMap<RosterView, ReadonlyMap<string, string | null>>();

/** The closed days of the range by date; the same map for the same roster, so that no cell renders for it. */
export function closedDaysOf(roster: RosterView): ReadonlyMap<string, string | null> {
  let days = closed.get(roster);
  if (!days) closed.set(roster, (days = new Map(roster.closedDays.map(({ date, name }) => [date, name]))));
  return days;
}
