import { AppError, type ErrorCode } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import type { PlanKey } from '@vaktplan/db/queries/many-shifts';
import type { Ctx } from '../context/ctx.ts';
import type { GatheredPlan } from '../shifts/gather-plan.ts';
import { planShift, type PlannedShift } from '../shifts/plan-shift.ts';
import type { Draft, RollOutOptions } from './draft.ts';
import type { Placed } from './wall-shift.rules.ts';

/** Reasons that lie in the person: the shift itself can be made. */
const PERSONAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'employee_inactive',
  'outside_contract',
  'position_not_held',
  'rule_blocked',
  'override_reason_required',
]);

type Outcome = { planned: PlannedShift | null; reason: AppError | null };

/** Plans one draft by the rules of a single new shift. A refusal is its outcome, never thrown. */
export async function planDraft(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  placed: Placed,
  source: GatheredPlan,
  { ineligible, reason }: Pick<RollOutOptions, 'ineligible' | 'reason'>,
  isClosed: boolean,
  isThere: (shift: PlanKey) => boolean,
): Promise<Outcome> {
  const skipped = (why: AppError): Outcome => ({ planned: null, reason: why });
  if (isClosed) return skipped(new AppError('location_closed'));
  if (source.places.get(draft.departmentId)?.archived) return skipped(new AppError('department_archived'));
  if (draft.positionId && source.positions.get(draft.positionId)?.archived)
    return skipped(new AppError('position_archived'));

  const { departmentId, positionId, notes } = draft;
  const planFor = async (employeeId: string | null): Promise<PlannedShift | AppError> => {
    // asked before the rules: what is there already must not count twice in anybody's hours
    if (isThere({ departmentId, positionId, employeeId, ...placed })) return new AppError('duplicate_shift');
    const wish = { departmentId, positionId, employeeId, notes, reason, ...placed };
    try {
      return await planShift(tx, ctx, 'shift:create', wish, undefined, source);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  };
  const first = await planFor(draft.employeeId);
  const personal = first instanceof AppError && draft.employeeId !== null && PERSONAL.has(first.code);
  if (personal && ineligible === 'skip') return skipped(first);
  const planned = personal ? await planFor(null) : first;
  if (planned instanceof AppError) return skipped(planned);
  return { planned, reason: personal ? first : null };
}
