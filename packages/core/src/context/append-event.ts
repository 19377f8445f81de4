import { newId } from '@vaktplan/platform/new-id';
import { EVENTS, type EventPayload, type EventType } from '@vaktplan/contracts/events';
import { binaryArray, uuidArray } from '@vaktplan/db/binary-array';
import type { Tx } from '@vaktplan/db/database';
import { instantOf } from '../time/utc.rules.ts';
import { userIdOf, type Ctx } from './ctx.ts';

const withEvents = new WeakSet<Tx>();

/** Did this transaction append events? Asked once, by transact, just before the commit. */
export function takeAppended(tx: Tx): boolean {
  return withEvents.delete(tx);
}

type Aggregate = { type: string; id: string; version: number };
export type NewEvent = {
  eventId: string;
  eventType: EventType;
  aggregate: Aggregate;
  payload: unknown;
  metadata: unknown;
};

/** An event as the actor of `ctx` causes it. Throws when the payload does not fit its schema. */
export const eventOf = <T extends EventType>(
  ctx: Ctx,
  eventType: T,
  aggregate: Aggregate,
  payload: EventPayload<T>,
): NewEvent => ({
  eventId: newId(),
  eventType,
  aggregate,
  payload: EVENTS[eventType].parse(payload),
  metadata: {
    userId: userIdOf(ctx.actor),
    timestamp: instantOf(ctx.now().epochMilliseconds),
    version: aggregate.version,
    ...(ctx.correlationId ? { correlationId: ctx.correlationId } : {}),
    ...(ctx.traceparent ? { traceparent: ctx.traceparent } : {}),
  },
});

/** Writes events in the transaction of the changes they tell of, in one statement, in the order given. */
export async function insertEvents(tx: Tx, orgId: string, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const arrayOf = (type: 'text' | 'jsonb', textOf: (event: NewEvent) => string) =>
    binaryArray(type, events.map(textOf));
  await tx.$client.query({
    name: 'append_events',
    text: `insert into events (event_id, event_type, aggregate_id, aggregate_type, organization_id, payload, metadata)
           select e.id, e.event_type, e.aggregate_id, e.aggregate_type, $1, e.payload, e.metadata
           from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[])
             with ordinality as e(id, event_type, aggregate_id, aggregate_type, payload, metadata, nr) order by e.nr`,
    values: [
      orgId,
      uuidArray(events.map((event) => event.eventId)),
      arrayOf('text', (event) => event.eventType),
      arrayOf('text', (event) => event.aggregate.id),
      arrayOf('text', (event) => event.aggregate.type),
      arrayOf('jsonb', (event) => JSON.stringify(event.payload)),
      arrayOf('jsonb', (event) => JSON.stringify(event.metadata)),
    ],
  });
  withEvents.add(tx);
}

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

/** The same for many events of one type, in the order given. */
export async function appendEvents<T extends EventType>(
  tx: Tx,
  ctx: Ctx,
  eventType: T,
  happened: readonly { aggregate: Aggregate; payload: EventPayload<T> }[],
): Promise<string[]> {
  const events = happened.map((one) => eventOf(ctx, eventType, one.aggregate, one.payload));
  await insertEvents(tx, ctx.orgId, events);
  return events.map((event) => event.eventId);
}
