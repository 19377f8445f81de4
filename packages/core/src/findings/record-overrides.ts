import type { Tx } from '@vaktplan/db/database';
import { insertRuleViolations } from '@vaktplan/db/queries/rule-violations';
import { newId } from '@vaktplan/platform/new-id';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { instantOf } from '../time/utc.rules.ts';
import type { Finding } from './facts.rules.ts';

/** A stored shift, the warnings it was planned over, and the reason given. */
export type Overridden = {
  shift: { id: string; version: number };
  warnings: readonly Finding[];
  reason: string | undefined;
};

/** Notes who planned over which warnings, when and why: one statement, none when there is nothing to note. */
export async function recordOverrides(tx: Tx, ctx: Ctx, overridden: readonly Overridden[]): Promise<void> {
  const rows = overridden.flatMap(({ shift, warnings, reason }) =>
    warnings.map((one) => ({
      id: newId(),
      shiftId: shift.id,
      shiftVersion: shift.version,
      employeeId: one.employeeId,
      rule: one.rule,
      severity: one.severity,
      subjectId: one.subjectId,
      windowFrom: instantOf(one.from),
      windowTo: instantOf(one.to),
      unit: one.unit,
      actual: one.actual,
      limit: one.limit,
      source: one.source,
      overrideReason: reason ?? null,
    })),
  );
  if (rows.length > 0)
    await insertRuleViolations(tx, ctx.orgId, { by: userIdOf(ctx.actor), at: ctx.now().toString() }, rows);
}
