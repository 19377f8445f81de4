import { PushRefused, PushTokenGone } from '@vaktplan/adapters/push/push-message';
import type { JobPayload } from '@vaktplan/contracts/jobs';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { forgetToken } from '@vaktplan/core/push/forget-token';
import { preparePush, type PreparedMessage } from '@vaktplan/core/push/prepare-push';
import { addJobs } from '@vaktplan/platform/queue';
import { RetryableError } from '@vaktplan/platform/retry';
import type { PushTargetRow } from '@vaktplan/db/queries/push';
import { systemCtx, type Tools } from '../tools.ts';
import type { Handler, Run } from './handler.ts';
import { once } from './once.ts';

/** A wait that is longer than the queue's own first one is kept by a job of its own. */
const OWN_WAIT_MS = 30_000;
const MOST_TRIES = 6;

type Payload = JobPayload<'send-push'>;
type Outcome = 'sent' | 'before' | 'gone' | 'refused' | { failed: unknown };

/**
 * Sends a notification to each phone of its person, to each once: a phone that failed is tried again, those that have it are
 * not. In quiet hours it is put back until they end.
 */
export const sendPushHandler: Handler<'send-push'> = async (payload, run, tools) => {
  const ctx = systemCtx(tools, payload.organizationId, 'send-push', run.log);
  const push = await preparePush(ctx, payload);
  if (push.kind === 'nothing') return { sent: 0, why: push.why };
  if (push.kind === 'later') {
    const held = (payload.held ?? 0) + 1;
    await putBack(tools, run, { ...payload, held }, push.at.epochMilliseconds);
    return { sent: 0, heldUntil: push.at.toString() };
  }
  const outcomes = await Promise.all(
    push.deliveries.map((delivery) => deliver(ctx, { payload, run, tools, ...delivery })),
  );
  const failures = outcomes.flatMap((outcome) => (typeof outcome === 'object' ? [outcome.failed] : []));
  const sent = outcomes.filter((outcome) => outcome === 'sent').length;
  if (failures.length === 0) return { sent, gone: outcomes.filter((outcome) => outcome === 'gone').length };
  const waits = failures.map((error) => (error instanceof RetryableError ? (error.retryAfterMs ?? 0) : 0));
  const wait = Math.max(...waits);
  const tries = (payload.tries ?? 0) + 1;
  if (wait < OWN_WAIT_MS || tries > MOST_TRIES) throw failures[0];
  await putBack(tools, run, { ...payload, tries }, tools.now().epochMilliseconds + wait);
  return { sent, again: wait };
};

type Delivery = {
  payload: Payload;
  run: Run;
  tools: Tools;
  target: PushTargetRow;
  message: PreparedMessage;
};

async function deliver(ctx: Ctx, { payload, run, tools, target, message }: Delivery): Promise<Outcome> {
  const { deviceId, provider, token } = target;
  const key = `${payload.notificationId}-push-${deviceId}`;
  const again = run.again || (payload.tries ?? 0) > 0;
  try {
    const done = await once(ctx, { key, again }, async () => {
      await tools.sendPush({ provider, token }, message);
      return true;
    });
    return done ? 'sent' : 'before';
  } catch (error) {
    if (error instanceof PushTokenGone) {
      await forgetToken(ctx, { deviceId, token, since: error.since });
      return 'gone';
    }
    if (error instanceof PushRefused) {
      run.log.error({ err: error, deviceId, provider }, 'push message refused');
      return 'refused';
    }
    return { failed: error };
  }
}

/** A repeat is put back once; one that was put back and comes a moment too early is put back again. */
const putBack = (tools: Tools, { carried }: Run, payload: Payload, at: number): Promise<void> =>
  addJobs(tools.queues['push-notifications'], [
    {
      name: 'send-push',
      data: { ...payload, ...carried },
      opts: {
        jobId: `${payload.notificationId}-push-${payload.tries ?? 0}-${payload.held ?? 0}-${at}`,
        delay: Math.max(0, at - tools.now().epochMilliseconds),
      },
    },
  ]);
