import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { findTemplate, type TemplateRow } from '@vaktplan/db/queries/shift-templates';
import type { Ctx } from '../context/ctx.ts';
import { assertVersion } from '../context/version.ts';
import { mayChangeTemplate } from './shift-template.policy.ts';
import { presentTemplate } from './shift-template.presenter.ts';

/** The template that is about to be changed, locked. Errors: not_found, forbidden, version_missing, version_conflict. */
export async function loadTemplateForChange(
  tx: Tx,
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<TemplateRow> {
  const template = await findTemplate(tx, ctx.orgId, id, true);
  if (!template) throw new AppError('not_found');
  if (!mayChangeTemplate(ctx.actor, template)) throw new AppError('forbidden');
  assertVersion(template, expectedVersion, () => presentTemplate(ctx.actor, template));
  return template;
}
