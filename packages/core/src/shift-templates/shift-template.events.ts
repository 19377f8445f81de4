import type { Tx } from '@vaktplan/db/database';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

/** Says what happened to the template. */
export const announceTemplate = (
  tx: Tx,
  ctx: Ctx,
  eventType: 'shiftTemplate.saved' | 'shiftTemplate.deleted',
  { id, locationId, version }: { id: string; locationId: string; version: number },
): Promise<string> =>
  appendEvent(tx, ctx, eventType, { type: 'shift_template', id, version }, { templateId: id, locationId });
