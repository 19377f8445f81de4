import type { Permission } from '@vaktplan/contracts/permissions';
import type { TemplateRow } from '@vaktplan/db/queries/shift-templates';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

type Placed = Pick<TemplateRow, 'locationId' | 'departmentIds'>;

/** The departments of the template in which the actor holds the permission. */
export const templateDepartments = (
  actor: Actor,
  permission: Permission,
  { locationId, departmentIds }: Placed,
): string[] => departmentIds.filter((departmentId) => can(actor, permission, { locationId, departmentId }));

/** Is something of the template the actor's? */
export const mayUseTemplate = (actor: Actor, permission: Permission, template: Placed): boolean =>
  templateDepartments(actor, permission, template).length > 0;

/** Is all of the template the actor's to change? */
export const mayChangeTemplate = (actor: Actor, template: Placed): boolean =>
  templateDepartments(actor, 'shift:create', template).length === template.departmentIds.length;
