import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import { MAX_ROLL_OUT } from '@vaktplan/contracts/http/roll-out';
import type { CreateShiftTemplate, ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import { daysInRange } from '@vaktplan/contracts/primitives';
import type { Tx } from '@vaktplan/db/database';
import { findShiftsOfRange } from '@vaktplan/db/queries/many-shifts';
import { findTemplate, insertTemplate } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { planningScope, type PlanningScope } from '../roll-out/planning-scope.ts';
import { assertRollOutSize } from '../roll-out/roll-out.ts';
import { WEEK_ANCHOR } from '../roll-out/rotation.rules.ts';
import { givenItems } from './given-items.ts';
import { announceTemplate } from './shift-template.events.ts';
import { presentTemplate } from './shift-template.presenter.ts';
import { itemOf, type TemplateItem } from './template-items.ts';

/**
 * A template of the plan of some days, or of given items. Errors: not_found, forbidden, name_taken, template_empty,
 * too_many_changes.
 */
export const createTemplate = (ctx: Ctx, input: CreateShiftTemplate): Promise<ShiftTemplateView> =>
  transact(ctx, 'shift_templates.create', async (tx) => {
    const named = [...(input.departmentIds ?? []), ...(input.items ?? []).map((item) => item.departmentId)];
    const scope = await planningScope(tx, ctx, 'shift:create', {
      locationId: input.locationId,
      departmentIds: named.length > 0 ? [...new Set(named)] : undefined,
    });
    const cycle = cycleOf(input);
    const items = input.items
      ? await givenItems(tx, ctx, input.items)
      : await plannedItems(tx, ctx, scope, input, cycle);
    if (items.length === 0) throw new AppError('template_empty');

    const { name, kind } = input;
    const template = {
      id: uuidv7(),
      locationId: scope.locationId,
      name,
      kind,
      ...cycle,
      onClosedDays: input.onClosedDays ?? 'skip',
    } as const;
    const rows = items.map((item) => ({ ...item, id: uuidv7() }));
    await insertTemplate(tx, ctx.orgId, template, rows);
    await announceTemplate(tx, ctx, 'shiftTemplate.saved', { ...template, version: 1 });
    const made = await findTemplate(tx, ctx.orgId, template.id);
    if (!made) throw new Error('the template that was just made is gone');
    return presentTemplate(ctx.actor, made);
  });

function cycleOf({ kind, from, cycleDays, anchorDate }: CreateShiftTemplate) {
  if (kind === 'week') return { cycleDays: 7, anchorDate: WEEK_ANCHOR };
  if (from) return { cycleDays: daysInRange(from), anchorDate: from.startDate };
  return { cycleDays: cycleDays ?? 7, anchorDate: anchorDate ?? WEEK_ANCHOR };
}

async function plannedItems(
  tx: Tx,
  ctx: Ctx,
  scope: PlanningScope,
  { from, keepPeople = true }: CreateShiftTemplate,
  cycle: { cycleDays: number; anchorDate: string },
): Promise<TemplateItem[]> {
  if (!from) return [];
  const shifts = await findShiftsOfRange(tx, ctx.orgId, { ...scope, ...from }, MAX_ROLL_OUT);
  assertRollOutSize(shifts.length);
  return shifts.map((shift) => itemOf(shift, cycle, keepPeople));
}
