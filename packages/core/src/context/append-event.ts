import { v7 as uuidv7 } from 'uuid';
import { EVENTS, type EventPayload, type EventType } from '@vaktplan/contracts/events';
import type { Tx } from '@vaktplan/db/database';
import { userIdOf, type Ctx } from './ctx.ts';

const withEvents = new WeakSet<Tx>();

/** Did this transaction append events? Asked once, by transact, just before the commit. */
export function takeAppended(tx: Tx): boolean {
  return withEvents.delete(tx);
}

type Aggregate = { type: string; id: string; version: number };

/**
 * Writes the event in the same transaction as the change it tells of: change and announcement commit together.
 * Returns the event's id. Throws when the payload does not fit its schema.
 */
export async function appendEvent<T extends EventType>(
  tx: Tx,
  ctx: Ctx,
  eventType: T,
  aggregate: Aggregate,
  payload: EventPayload<T>,
): Promise<string> {
  const [id] = await appendEvents(tx, ctx, eventType, [{ aggregate, payload }]);
  return id as string;
}

/** The same for many events of one type, in one statement, in the order given. */
export async function appendEvents<T extends EventType>(
  tx: Tx,
  ctx: Ctx,
  eventType: T,
  happened: readonly { aggregate: Aggregate; payload: EventPayload<T> }[],
): Promise<string[]> {
  if (happened.length === 0) return [];
  const timestamp = ctx.now().toString();
  const ids = happened.map(() => uuidv7());
  await tx.$client.query({
    name: 'append_events',
    text: `insert into events (event_id, event_type, aggregate_id, aggregate_type, organization_id, payload, metadata)
           select e.id, $2, e.aggregate_id, e.aggregate_type, $1, e.payload, e.metadata
           from unnest($3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[])
             with ordinality as e(id, aggregate_id, aggregate_type, payload, metadata, nr) order by e.nr`,
    values: [
      ctx.orgId,
      eventType,
      ids,
      happened.map((one) => one.aggregate.id),
      happened.map((one) => one.aggregate.type),
      happened.map((one) => JSON.stringify(EVENTS[eventType].parse(one.payload))),
      happened.map((one) =>
        JSON.stringify({
          userId: userIdOf(ctx.actor),
          timestamp,
          version: one.aggregate.version,
          ...(ctx.correlationId ? { correlationId: ctx.correlationId } : {}),
        }),
      ),
    ],
  });
  withEvents.add(tx);
  return ids;
}
