import type { RuleId } from '@vaktplan/contracts/http/findings';
import { closedDay } from './closed-day.rules.ts';
import { inactive, outsideContract } from './employment.rules.ts';
import type { Finding, PersonFacts, PlannedFact, Rule, RuleSettings, RuleWorld } from './facts.rules.ts';
import { overContracted, overMaximum } from './hours.rules.ts';
import { doubleBooking, overlap } from './overlap.rules.ts';
import { positionExpired, positionMissing, skillExpired, skillMissing } from './qualification.rules.ts';
import { restShort } from './rest.rules.ts';

/** Gravest first: the first finding of a place is the one that is said. */
const ALL: readonly Rule[] = [
  overlap,
  doubleBooking,
  inactive,
  outsideContract,
  skillMissing,
  skillExpired,
  positionMissing,
  positionExpired,
  closedDay,
  restShort,
  overMaximum,
  overContracted,
];

const DIRECTIVE = 'Directive 2003/88/EC';

/** How strictly the rules are taken where nobody has said otherwise. Limits in minutes. */
export const DEFAULT_SETTINGS: RuleSettings & Readonly<Record<RuleId, object>> = {
  overlap: { severity: 'block', reason: false, limit: 0, source: 'One person, one place' },
  double_booking: { severity: 'block', reason: false, limit: 0, source: 'One person, one place' },
  inactive: { severity: 'block', reason: false, limit: 0, source: 'Last day on file' },
  outside_contract: { severity: 'block', reason: false, limit: 0, source: 'Contract on file' },
  position_missing: { severity: 'warn', reason: false, limit: 0, source: 'Positions on file' },
  position_expired: { severity: 'warn', reason: false, limit: 0, source: 'Positions on file' },
  skill_missing: { severity: 'warn', reason: true, limit: 0, source: 'Skills the position asks for' },
  skill_expired: { severity: 'warn', reason: true, limit: 0, source: 'Skills the position asks for' },
  closed_day: { severity: 'warn', reason: false, limit: 0, source: 'Closed days of the location' },
  rest_short: { severity: 'warn', reason: false, limit: 11 * 60, source: `${DIRECTIVE}, article 3` },
  over_maximum: { severity: 'warn', reason: false, limit: 48 * 60, source: `${DIRECTIVE}, article 6` },
  over_contracted: { severity: 'info', reason: false, limit: 0, source: 'Contract on file' },
};

export const inOrder = (a: PlannedFact, b: PlannedFact): number =>
  a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1);

/**
 * Everything the rules have to say about one person's plan, gravest rule first, then by time. The order in which the
 * shifts are given does not matter. The plan holds whole weeks and two days around them.
 */
export function evaluate(person: PersonFacts, given: readonly PlannedFact[], world: RuleWorld): Finding[] {
  const shifts = given.toSorted(inOrder);
  return findingsOf(person, shifts, shifts, world);
}

/**
 * What the rules say of giving somebody one shift beside their others: the one it replaces (same id) does not count.
 * Who has been deactivated keeps the shifts up to the last day, but is given none.
 */
export function evaluateShift(
  person: PersonFacts,
  others: readonly PlannedFact[],
  shift: PlannedFact,
  world: RuleWorld,
): Finding[] {
  const shifts = others.filter((one) => one.id !== shift.id);
  shifts.push(shift);
  shifts.sort(inOrder);
  return findingsOf(person.deactivated ? { ...person, lastDay: null } : person, shifts, [shift], world);
}

/**
 * `gravest(evaluateShift(...))`, asked for thousands of cells: the others are `inOrder` already, and nothing is asked any
 * more once something blocks.
 */
export function gravestOfShift(
  person: PersonFacts,
  others: readonly PlannedFact[],
  shift: PlannedFact,
  world: RuleWorld,
): Finding | undefined {
  const shifts: PlannedFact[] = [];
  let placed = false;
  for (const one of others) {
    if (one.id === shift.id) continue;
    if (!placed && inOrder(shift, one) < 0) {
      shifts.push(shift);
      placed = true;
    }
    shifts.push(one);
  }
  if (!placed) shifts.push(shift);
  const judged = person.deactivated ? { ...person, lastDay: null } : person;
  return gravest(findingsOf(judged, shifts, [shift], world, true));
}

/** `asked`: all of the shifts, or the one whose findings alone are wanted; with `untilBlock` none after one that blocks. */
function findingsOf(
  person: PersonFacts,
  shifts: readonly PlannedFact[],
  asked: readonly PlannedFact[],
  world: RuleWorld,
  untilBlock = false,
): Finding[] {
  const only = asked === shifts ? undefined : asked[0];
  const findings: Finding[] = [];
  const plan = { person, shifts, asked, world, limit: 0 };
  for (const rule of ALL) {
    const setting = world.settings[rule.id];
    if (!setting) continue;
    plan.limit = setting.limit;
    for (const hit of rule.check(plan)) {
      if (only && !hit.shifts.includes(only)) continue;
      findings.push({
        rule: rule.id,
        severity: setting.severity,
        reason: setting.reason,
        employeeId: person.id,
        shiftIds: hit.shifts.map((one) => one.id),
        from: hit.from,
        to: hit.to,
        startDay: hit.startDay,
        endDay: hit.endDay,
        unit: rule.unit,
        actual: hit.actual,
        limit: hit.limit,
        subjectId: hit.subjectId ?? null,
        source: setting.source,
      });
      if (untilBlock && setting.severity === 'block') return findings;
    }
  }
  return findings;
}

const GRAVITY = { block: 2, warn: 1, info: 0 } as const;

/** The gravest of some findings; of equals the first. */
export const gravest = (findings: readonly Finding[]): Finding | undefined =>
  findings.reduce<Finding | undefined>(
    (worst, one) => (!worst || GRAVITY[one.severity] > GRAVITY[worst.severity] ? one : worst),
    undefined,
  );
