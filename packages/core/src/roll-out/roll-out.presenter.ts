import type { AppError } from '@vaktplan/contracts/errors';
import type { RollOutItem, RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { sayFinding } from '../findings/finding-words.rules.ts';
import type { GatheredPlan } from '../shifts/gather-plan.ts';
import { dateIn } from './wall-shift.rules.ts';
import type { Rolled, RollOutOptions } from './draft.ts';

/** What became of every draft, in their order, and how many of each. */
export function presentRollOut(
  rolled: readonly Rolled[],
  source: GatheredPlan,
  { startDate, endDate, dryRun }: RollOutOptions,
): RollOutResult {
  const data = rolled.map((one) => presentItem(one, source));
  const count = (outcome: RollOutItem['outcome']) => data.filter((one) => one.outcome === outcome).length;
  return {
    data,
    meta: {
      created: count('created'),
      opened: count('opened'),
      skipped: count('skipped'),
      startDate,
      endDate,
      dryRun,
    },
  };
}

function presentItem(
  { draft, times, clock, planned, reason, shiftId }: Rolled,
  source: GatheredPlan,
): RollOutItem {
  const { departmentId, positionId, employeeId } = draft;
  return {
    sourceId: draft.sourceId,
    outcome: planned ? (reason ? 'opened' : 'created') : 'skipped',
    shiftId,
    localDate: planned?.localDate ?? dateIn(times.startsAt, times.zone),
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    zone: times.zone,
    departmentId,
    positionId,
    positionName: (positionId && source.positions.get(positionId)?.name) || null,
    employeeId,
    employeeName: (employeeId && source.people.get(employeeId)?.name) || null,
    reason: reason && { code: reason.code, detail: wordsOf(reason) },
    clock: [...clock],
    warnings: planned?.employeeId ? planned.warnings.map((one) => sayFinding(one)) : [],
  };
}

/** A rule says what exactly it has against the shift; that is more than the standing sentence. */
const wordsOf = ({ code, message, errors }: AppError): string =>
  (code === 'rule_blocked' || code === 'override_reason_required') && errors?.[0]
    ? errors[0].message
    : message;
