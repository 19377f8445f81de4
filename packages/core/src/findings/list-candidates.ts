import { AppError } from '@vaktplan/contracts/errors';
import type { CandidateList, CandidateView, Candidates } from '@vaktplan/contracts/http/findings';
import { rosterStatements, type RosterEmployeeRow } from '@vaktplan/db/queries/roster';
import { ruleFactStatements } from '@vaktplan/db/queries/rule-facts';
import type { Ctx } from '../context/ctx.ts';
import { costOfShift } from '../pay/shift-cost.rules.ts';
import { presentRosterEmployee } from '../roster/roster-employee.presenter.ts';
import { evaluateShift } from './evaluate.rules.ts';
import { firstOfWeek, holds, type PlannedFact, type RuleWorld } from './facts.rules.ts';
import { presentFinding } from './finding.presenter.ts';
import { contractedMinutes } from './hours.rules.ts';
import { plansOf, type PersonPlan } from './load-plans.ts';
import { factOn, loadSubjects, type Subject } from './load-subjects.ts';
import { byFitness } from './rank.rules.ts';

const DEFAULT_LIMIT = 50;

/**
 * Who of a location could work a shift, best first, with the reasons: what the rules say, hours left in the contract,
 * cost for who may see pay. Left out: who cannot work it (counted), and who has it now. Errors: not_found, forbidden.
 */
export async function listCandidates(ctx: Ctx, input: Candidates): Promise<CandidateList> {
  const shiftIds = input.shiftId === undefined ? undefined : [input.shiftId];
  const [subject] = await loadSubjects(ctx, { shiftIds, draft: input.draft }, 'shift:update');
  if (!subject) throw new AppError('not_found');
  const { locationId, localDate } = subject;
  const range = { startDate: localDate, endDate: localDate };
  const [, , , employees, facts, shifts] = await ctx.db.read(ctx.orgId, [
    ...rosterStatements(ctx.orgId, locationId, range),
    ...ruleFactStatements(ctx.orgId, { locationId, ...range }),
  ]);
  const { people, world } = plansOf(facts ?? [], shifts ?? []);
  const shift = factOn(subject, localDate);
  const all = (employees as RosterEmployeeRow[]).flatMap((row) => {
    const plan = people.get(row.id);
    // who has the shift now is not asked again
    if (!plan || plan.shifts.some((one) => one.id === shift.id)) return [];
    return [candidateOf(ctx, row, plan, subject, shift, world)];
  });
  const able = all.filter((one) => !one.findings.some(({ severity }) => severity === 'block'));
  able.sort((a, b) => byFitness(shift.paidMinutes)(rankedOf(a), rankedOf(b)));
  return {
    data: able.slice(0, input.limit ?? DEFAULT_LIMIT),
    meta: { count: able.length, blocked: all.length - able.length },
  };
}

const rankedOf = ({ employeeId, ...rest }: CandidateView) => ({ id: employeeId, ...rest });

function candidateOf(
  ctx: Ctx,
  row: RosterEmployeeRow,
  { person, shifts }: PersonPlan,
  subject: Subject,
  shift: PlannedFact,
  world: RuleWorld,
): CandidateView {
  const { positionId, unpaidMinutes } = subject;
  const { rates } = presentRosterEmployee(ctx.actor, subject.locationId, row);
  const week = firstOfWeek(shift.day, world.weekStart);
  const breaks = unpaidMinutes > 0 ? [{ minutes: unpaidMinutes, paid: false }] : [];
  return {
    employeeId: row.id,
    name: row.name,
    fits: {
      position:
        positionId === null ||
        (person.positions.get(positionId) ?? []).some((span) => holds(span, shift.day)),
      department: row.departmentIds.includes(subject.departmentId),
    },
    plannedMinutes: shifts.reduce(
      (sum, one) => sum + (week <= one.day && one.day < week + 7 ? one.paidMinutes : 0),
      0,
    ),
    contractedMinutes: contractedMinutes(person, week),
    costMinor: costOfShift({ ...subject, breaks }, rates),
    findings: evaluateShift(person, shifts, shift, world).map(presentFinding),
  };
}
