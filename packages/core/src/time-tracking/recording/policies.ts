import { DEFAULT_TIME_POLICY, TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { PolicyRow } from '@vaktplan/db/queries/person-clocks';
import type { Policy, PolicyOf } from '../compute/facts.rules.ts';

const DEFAULT: Policy = { id: null, version: 1, settings: DEFAULT_TIME_POLICY };
const MOST = 5000;
const parsed = new Map<string, Policy>();

/** Settings of a version never change, so they are checked once. */
function policyFrom({ id, version, settings }: PolicyRow): Policy {
  const key = `${id} ${version}`;
  let policy = parsed.get(key);
  if (!policy) {
    if (parsed.size > MOST) parsed.clear();
    parsed.set(key, (policy = { id, version, settings: TimePolicySettings.parse(settings) }));
  }
  return policy;
}

/** The location's own policy of the day, else the organisation's, else what holds where nobody said anything. */
export function policyFinder(rows: readonly PolicyRow[]): PolicyOf {
  if (rows.length === 0) return () => DEFAULT;
  const holds = (row: PolicyRow, localDate: string) =>
    (row.from ?? '') <= localDate && (row.until === null || localDate < row.until);
  return (locationId, localDate) => {
    const row =
      rows.find((one) => one.locationId === locationId && holds(one, localDate)) ??
      rows.find((one) => one.locationId === null && holds(one, localDate));
    return row ? policyFrom(row) : DEFAULT;
  };
}
