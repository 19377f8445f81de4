import type { FindingView } from '@vaktplan/contracts/http/findings';
import { instantOf } from '../time/utc.rules.ts';
import type { Finding } from './facts.rules.ts';
import { dateOfDay } from './finding-words.rules.ts';

/** A finding for readers: instants and dates as text. Which shifts it names is for the caller to say. */
export function presentFinding(finding: Finding): Omit<FindingView, 'shiftIds' | 'override'> {
  const measure = (value: number | null) =>
    value === null || finding.unit === 'minutes' ? value : dateOfDay(value);
  return {
    rule: finding.rule,
    severity: finding.severity,
    employeeId: finding.employeeId,
    window: { from: instantOf(finding.from), to: instantOf(finding.to) },
    startDate: dateOfDay(finding.startDay),
    endDate: dateOfDay(finding.endDay),
    unit: finding.unit,
    actual: measure(finding.actual),
    limit: measure(finding.limit),
    subjectId: finding.subjectId,
    source: finding.source,
  };
}
