import type { ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import type { TemplateRow } from '@vaktplan/db/queries/shift-templates';
import type { Actor } from '../context/ctx.ts';
import { mayChangeTemplate, mayUseTemplate } from './shift-template.policy.ts';

/** Row -> the only outward shape of a template. */
export function presentTemplate(actor: Actor, row: TemplateRow): ShiftTemplateView {
  const { departmentIds: _, ...shown } = row;
  const change = mayChangeTemplate(actor, row);
  return {
    ...shown,
    abilities: { update: change, delete: change, apply: mayUseTemplate(actor, 'shift:create', row) },
  };
}
