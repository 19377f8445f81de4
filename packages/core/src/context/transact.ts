import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@vaktplan/contracts/errors';
import { sqlError, type Tx } from '@vaktplan/db/database';
import { asAppError } from './constraints.ts';
import type { Ctx, Idempotency, UserActor } from './ctx.ts';
import { takeAppended } from './append-event.ts';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ATTEMPTS = 4;

/**
 * Runs a verb's writes in one named transaction of the organisation. With an Idempotency-Key in the context the first
 * answer is stored beside the change and returned again for the same key and body (`idempotency_key_reused` for another
 * body). Deadlocks are tried again; refused writes come out as AppError.
 */
export async function transact<T>(ctx: Ctx, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let announced = false;
    try {
      const result = await ctx.db.transaction(ctx.orgId, async (tx) => {
        const answer = await once(ctx, tx, () => work(tx));
        announced = takeAppended(tx);
        return answer;
      });
      if (announced) ctx.nudge?.();
      return result;
    } catch (error) {
      const state = sqlError(error)?.state;
      if ((state === DEADLOCK || state === SERIALIZATION) && attempt < ATTEMPTS) {
        ctx.log.warn({ transaction: name, state, attempt }, 'transaction tried again');
        await delay(attempt * 20 * (1 + Math.random()));
        continue;
      }
      throw asAppError(error);
    }
  }
}

async function once<T>(ctx: Ctx, tx: Tx, work: () => Promise<T>): Promise<T> {
  if (!ctx.idempotency || ctx.actor.kind !== 'user') return work();
  const stored = await claimKey<T>(tx, ctx.orgId, ctx.actor, ctx.idempotency);
  if (stored) return stored.response;
  const response = await work();
  await tx.$client.query({
    name: 'idempotency_store',
    text: 'update idempotency_keys set response = $5 where organization_id = $1 and user_id = $2 and route = $3 and key = $4',
    values: [
      ctx.orgId,
      ctx.actor.userId,
      ctx.idempotency.route,
      ctx.idempotency.key,
      JSON.stringify(response ?? null),
    ],
  });
  return response;
}

/** Inserts the key, or waits for the transaction that holds it and gives its answer. */
async function claimKey<T>(
  tx: Tx,
  orgId: string,
  actor: UserActor,
  asked: Idempotency,
): Promise<{ response: T } | undefined> {
  const inserted = await tx.$client.query({
    name: 'idempotency_claim',
    text: `insert into idempotency_keys (organization_id, user_id, route, key, body_hash) values ($1, $2, $3, $4, $5)
           on conflict do nothing returning key`,
    values: [orgId, actor.userId, asked.route, asked.key, asked.bodyHash],
  });
  if (inserted.rowCount) return undefined;
  const found = await tx.$client.query<{ body_hash: string; response: T }>({
    name: 'idempotency_find',
    text: 'select body_hash, response from idempotency_keys where organization_id = $1 and user_id = $2 and route = $3 and key = $4',
    values: [orgId, actor.userId, asked.route, asked.key],
  });
  const first = found.rows[0];
  if (!first) throw new AppError('idempotency_key_in_use');
  if (first.body_hash !== asked.bodyHash) throw new AppError('idempotency_key_reused');
  return { response: first.response };
}
