import type { EventPayload } from '@vaktplan/contracts/events';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

/** Puts into the audit trail that the context's actor has a job tried again. Before it is: what is not on record is not done. */
export const noteReplay = (ctx: Ctx, asked: EventPayload<'job.replayAsked'>): Promise<void> =>
  transact({ ...ctx, idempotency: undefined }, 'audit.noteReplay', async (tx) => {
    await appendEvent(tx, ctx, 'job.replayAsked', { type: 'job', id: asked.jobId, version: 1 }, asked);
  });

/** The same for a way into the board of all tenants' queues. */
export const noteBoard = (ctx: Ctx): Promise<void> =>
  transact({ ...ctx, idempotency: undefined }, 'audit.noteBoard', async (tx) => {
    const { orgId: organizationId } = ctx;
    const aggregate = { type: 'queueBoard', id: organizationId, version: 1 };
    await appendEvent(tx, ctx, 'queueBoard.opened', aggregate, { organizationId });
  });
