import { Temporal } from 'temporal-polyfill';
import { AppError, type ErrorCode } from '@vaktplan/contracts/errors';
import type { RuleId } from '@vaktplan/contracts/http/findings';
import { shiftMinutes } from '../shifts/shift.rules.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { evaluateShift } from './evaluate.rules.ts';
import { dayOf, type Finding, type RuleWorld } from './facts.rules.ts';
import { sayFinding } from './finding-words.rules.ts';
import type { PersonPlan, PlanShift } from './load-plans.ts';

/** A shift as it is to lie with its person. Instants as ISO text. */
export type Placement = {
  id: string;
  employeeId: string;
  locationId: string;
  departmentId: string;
  positionId: string | null;
  startsAt: string;
  endsAt: string;
  zone: string;
  localDate: string;
  breaks: readonly { minutes: number; paid: boolean }[];
};

export const toPlanShift = (shift: Placement): PlanShift => {
  const to = Date.parse(shift.endsAt);
  const lastMoment = Temporal.Instant.fromEpochMilliseconds(to - 1);
  return {
    id: shift.id,
    employeeId: shift.employeeId,
    locationId: shift.locationId,
    departmentId: shift.departmentId,
    positionId: shift.positionId,
    from: Date.parse(shift.startsAt),
    to,
    day: dayOf(shift.localDate),
    endDay: dayOf(localDateOf(lastMoment, shift.zone)),
    paidMinutes: shiftMinutes(shift).paidMinutes,
  };
};

const CODES: Partial<Record<RuleId, ErrorCode>> = {
  inactive: 'employee_inactive',
  outside_contract: 'outside_contract',
};
// judged where it cannot be raced: by the exclusion constraint
const BY_POSTGRES: ReadonlySet<RuleId> = new Set(['overlap', 'double_booking']);

/**
 * What the rules say of a shift with its person. Returns the warnings, throws on what blocks: `not_found` (nobody of
 * that id), `employee_inactive`, `outside_contract`, `rule_blocked`.
 */
export function judgePlacement(
  found: { plan: PersonPlan; world: RuleWorld } | undefined,
  shift: PlanShift,
): Finding[] {
  if (!found)
    throw new AppError('not_found', { errors: [{ path: 'employeeId', message: 'No such person' }] });
  const { plan, world } = found;
  const findings = evaluateShift(plan.person, plan.shifts, shift, world).filter(
    ({ rule }) => !BY_POSTGRES.has(rule),
  );
  const blocking = findings.find(({ severity }) => severity === 'block');
  if (blocking)
    throw new AppError(CODES[blocking.rule] ?? 'rule_blocked', {
      errors: [{ path: 'employeeId', message: sayFinding(blocking) }],
    });
  return findings.filter(({ severity }) => severity === 'warn');
}

/** Throws `override_reason_required` when a warning asks for a reason and there is none. */
export function assertReason(warnings: readonly Finding[], reason: string | undefined): void {
  if (reason) return;
  const asking = warnings.filter((one) => one.reason);
  if (asking.length > 0)
    throw new AppError('override_reason_required', {
      errors: asking.map((one) => ({ path: 'override.reason', message: sayFinding(one) })),
    });
}
