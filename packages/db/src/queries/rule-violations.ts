import type { Statement, Tx } from '../database.ts';
import { ruleViolations } from '../schema.ts';

type Written = typeof ruleViolations.$inferInsert;
export type NewRuleViolation = Omit<Written, 'organizationId' | 'overrideBy' | 'overrideAt'>;

/** Writes what was planned over. `by`: whose word it is; null for the product itself. */
export async function insertRuleViolations(
  tx: Tx,
  orgId: string,
  override: { by: string | null; at: string },
  rows: readonly NewRuleViolation[],
): Promise<void> {
  await tx.insert(ruleViolations).values(
    rows.map((row) => ({
      ...row,
      organizationId: orgId,
      overrideBy: override.by,
      overrideAt: override.at,
    })),
  );
}

export type OverrideRow = {
  shiftId: string;
  rule: string;
  subjectId: string | null;
  actual: number | null;
  limit: number | null;
  by: string | null;
  reason: string | null;
  at: string;
};

/** What was planned over for the shifts of a location and range of days: of each shift and rule the latest. */
export const overrideStatement = (
  orgId: string,
  locationId: string,
  range: { startDate: string; endDate: string },
): Statement => ({
  name: 'rule_overrides',
  text: `select distinct on (v.shift_id, v.rule, v.subject_id) v.shift_id as "shiftId", v.rule, v.subject_id as "subjectId",
           v.actual, v."limit", v.override_by as by, v.override_reason as reason, v.override_at as at
         from rule_violations v
         where v.organization_id = $1 and v.shift_id = any(array(select id from shifts
           where organization_id = $1 and location_id = $2 and local_date between $3 and $4 and deleted_at is null))
         order by v.shift_id, v.rule, v.subject_id, v.override_at desc, v.id desc`,
  values: [orgId, locationId, range.startDate, range.endDate],
});
