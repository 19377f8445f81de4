import { AppError } from '@vaktplan/contracts/errors';
import type { FindingList, FindingView, ListFindingsQuery } from '@vaktplan/contracts/http/findings';
import { rosterStatements, type RosterLocationRow } from '@vaktplan/db/queries/roster';
import { ruleFactStatements } from '@vaktplan/db/queries/rule-facts';
import { overrideStatement, type OverrideRow } from '@vaktplan/db/queries/rule-violations';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { evaluate } from './evaluate.rules.ts';
import { dayOf, type Finding } from './facts.rules.ts';
import { presentFinding } from './finding.presenter.ts';
import { plansOf, type PlanShift } from './load-plans.ts';

/**
 * What the rules say of a location's plan: findings about shifts of the range there, by time. The plan is the draft laid
 * over what is published; shifts at other locations count, but are not named to who may not plan there.
 * One round trip. Errors: not_found, forbidden.
 */
export async function listFindings(ctx: Ctx, query: ListFindingsQuery): Promise<FindingList> {
  const { locationId, startDate, endDate } = query;
  const range = { startDate, endDate };
  const [locations, departments, facts, shifts, overrides] = await ctx.db.read(ctx.orgId, [
    ...rosterStatements(ctx.orgId, locationId, range).slice(0, 2),
    ...ruleFactStatements(ctx.orgId, { locationId, ...range }),
    overrideStatement(ctx.orgId, locationId, range),
  ]);
  const location = locations?.[0] as RosterLocationRow | undefined;
  if (!location) throw new AppError('not_found');
  const place = { id: locationId, departmentIds: (departments as { id: string }[]).map(({ id }) => id) };
  if (!canAtLocation(ctx.actor, 'shift:read-draft', place)) throw new AppError('forbidden');

  const { people, world } = plansOf(facts ?? [], shifts ?? []);
  const overridden = new Map((overrides as OverrideRow[]).map((row) => [keyOf(row.shiftId, row), row]));
  const [first, last] = [dayOf(startDate), dayOf(endDate)];
  const found: { from: number; view: FindingView }[] = [];
  for (const { person, shifts: plan } of people.values()) {
    const seen = new Map(
      plan.filter((shift) => can(ctx.actor, 'shift:read-draft', shift)).map((shift) => [shift.id, shift]),
    );
    const isHere = (shift: PlanShift | undefined) =>
      shift !== undefined && shift.locationId === locationId && first <= shift.day && shift.day <= last;
    for (const finding of evaluate(person, plan, world)) {
      const shiftIds = finding.shiftIds.filter((id) => seen.has(id));
      if (!shiftIds.some((id) => isHere(seen.get(id)))) continue;
      const override = overrideOf(finding, shiftIds, overridden);
      found.push({ from: finding.from, view: { ...presentFinding(finding), shiftIds, override } });
    }
  }
  found.sort((a, b) => a.from - b.from || (a.view.employeeId < b.view.employeeId ? -1 : 1));
  const data = found.map(({ view }) => view);
  return { data, meta: { count: data.length, startDate, endDate } };
}

type Overridable = Pick<OverrideRow, 'rule' | 'subjectId' | 'actual' | 'limit'>;

const keyOf = (shiftId: string, { rule, subjectId, actual, limit }: Overridable): string =>
  [shiftId, rule, subjectId, actual, limit].join(' ');

/** The word of who planned over exactly this: other figures would be another finding. */
function overrideOf(
  finding: Finding,
  shiftIds: readonly string[],
  overridden: ReadonlyMap<string, OverrideRow>,
): FindingView['override'] {
  for (const id of shiftIds) {
    const row = overridden.get(keyOf(id, finding));
    if (row) return { by: row.by, reason: row.reason, at: row.at };
  }
  return null;
}
