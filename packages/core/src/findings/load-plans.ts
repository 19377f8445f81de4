import type { Tx } from '@vaktplan/db/database';
import {
  readFact,
  readPlannedShift,
  ruleFactStatements,
  type PlanScope,
} from '@vaktplan/db/queries/rule-facts';
import { DEFAULT_SETTINGS } from './evaluate.rules.ts';
import { dayOf, type Days, type PersonFacts, type PlannedFact, type RuleWorld } from './facts.rules.ts';

/** A shift of a plan, and where it belongs. */
export type PlanShift = PlannedFact & { employeeId: string; departmentId: string };
/** One person as the rules see them; the shifts are those of the weeks around the range, at every location. */
export type PersonPlan = { person: PersonFacts; shifts: PlanShift[] };
export type Plans = { people: Map<string, PersonPlan>; world: RuleWorld };

type Lines = readonly Record<string, unknown>[];

/** Plans inside a transaction. Both statements travel together. */
export async function loadPersonPlans(tx: Tx, orgId: string, scope: PlanScope): Promise<Plans> {
  const [facts, shifts] = await Promise.all(
    ruleFactStatements(orgId, scope).map(async (statement) => (await tx.$client.query(statement)).rows),
  );
  return plansOf(facts as Lines, shifts as Lines);
}

/** The rows of `ruleFactStatements` -> plans by the person's id. */
export function plansOf(facts: Lines, shifts: Lines): Plans {
  const people = new Map<string, PersonPlan>();
  const files = new Map<string, ReturnType<typeof emptyFile>>();
  const fileOf = (id: string) => {
    let file = files.get(id);
    if (!file) files.set(id, (file = emptyFile()));
    return file;
  };
  const required = new Map<string, string[]>();
  const closed = new Map<string, Set<number>>();
  let weekStart = 1;
  for (const row of facts) {
    const [kind, id = '', a = '', b = '', c = ''] = readFact(row.line as string);
    if (kind === 'w') weekStart = Number(id);
    else if (kind === 'r') push(required, id, a);
    else if (kind === 'd') closed.set(id, (closed.get(id) ?? new Set()).add(Number(a)));
    else if (kind === 'e') {
      const lastDay = b === '' ? null : Number(b);
      people.set(id, { person: { id, deactivated: a === 't', lastDay, ...fileOf(id) }, shifts: [] });
    } else {
      const span: Days = { from: a === '' ? -Infinity : Number(a), to: b === '' ? Infinity : Number(b) };
      const file = fileOf(id);
      if (kind === 'c') file.contracts.push({ ...span, minutesPerWeek: c === '' ? null : Number(c) });
      else push(kind === 'p' ? file.positions : file.skills, c, span);
    }
  }
  const days = new Map<string, number>();
  for (const row of shifts) {
    const shift = toPlanShift(row.line as string, days);
    people.get(shift.employeeId)?.shifts.push(shift);
  }
  return { people, world: { weekStart, required, closed, settings: DEFAULT_SETTINGS } };
}

const emptyFile = () => ({
  contracts: [] as (Days & { minutesPerWeek: number | null })[],
  positions: new Map<string, Days[]>(),
  skills: new Map<string, Days[]>(),
});

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** `days`: those of the dates seen before; thousands of shifts lie on a dozen. */
function toPlanShift(line: string, days: Map<string, number>): PlanShift {
  const on = (date: string): number => {
    let day = days.get(date);
    if (day === undefined) days.set(date, (day = dayOf(date)));
    return day;
  };
  const [employeeId, id, locationId, departmentId, localDate, lastDate, from, to, unpaid, positionId] =
    readPlannedShift(line);
  const start = Number(from);
  const end = Number(to);
  return {
    employeeId,
    id,
    locationId,
    departmentId,
    positionId: positionId || null,
    from: start,
    to: end,
    day: on(localDate),
    endDay: on(lastDate),
    paidMinutes: Math.max(0, Math.floor((end - start) / 60_000) - Number(unpaid)),
  };
}
