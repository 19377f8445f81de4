import type { FeasibilityView, RuleId } from '@vaktplan/contracts/http/findings';
import { CELL, cellAt } from '@vaktplan/core/rules';
import type { FeasibilityAnswer, Verdict } from '@vaktplan/ui/schedule-grid';
import { sayFinding, type FindingWords } from './finding-words';

const OK: Verdict = { verdict: 'ok' };

/** The API's answer as the grid asks it. What it says nothing of is not known. */
export function answerOf(
  view: FeasibilityView,
  positionOf: (shiftId: string) => string | undefined,
  t: FindingWords,
): FeasibilityAnswer {
  const rows = new Map(view.employees.map((id, row) => [id, row]));
  const columns = new Map(view.days.map((date, column) => [date, column]));
  const plans = view.verdicts.map(({ bits, reasons }) => ({ bits: bytesOf(bits), reasons: byCell(reasons) }));
  const planOf = new Map(view.verdicts.flatMap((one, nr) => one.shiftIds.map((id) => [id, plans[nr]])));
  return (employeeId, date, shiftId) => {
    if (employeeId === null) return OK;
    const row = rows.get(employeeId);
    const column = columns.get(date);
    const plan = planOf.get(shiftId);
    if (row === undefined || column === undefined || !plan) return null;
    const cell = row * columns.size + column;
    const code = cellAt(plan.bits, cell);
    if (code === CELL.ok) return OK;
    if (code === CELL.unknown) return null;
    const found = plan.reasons.get(cell);
    const reason = found ? sayFinding(found, positionOf(shiftId), t) : t('aRule');
    return { verdict: code === CELL.block ? 'block' : 'warn', reason };
  };
}

type Found = { rule: RuleId; actual: number | null; limit: number | null };

function byCell(reasons: FeasibilityView['verdicts'][number]['reasons']): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const [rule, list] of Object.entries(reasons))
    for (const [cell, actual, limit] of list ?? []) found.set(cell, { rule: rule as RuleId, actual, limit });
  return found;
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
