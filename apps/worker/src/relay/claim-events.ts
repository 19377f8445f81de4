import { EVENT_TYPES, type DomainEvent } from '@vaktplan/contracts/events';
import type { PoolClient } from 'pg';

/** One batch: large enough for throughput, small enough to be sent within Redis' deadline. */
export const BATCH = 500;
/** One relay at a time, whichever worker it is in. Names the lock in this database. */
const RELAY_LOCK = 7_305_001;

export type ClaimedEvent = { position: number; ageSeconds: number; event: DomainEvent };

// Types of a newer version stay for the newer relay that runs beside this one during a deploy.
const CLAIM = `
  select position, extract(epoch from clock_timestamp() - created_at)::float8 as age,
         event_id, event_type, aggregate_id, aggregate_type, organization_id, payload, metadata
  from events
  where dispatched_at is null and event_type = any($3::text[]) and (select pg_try_advisory_xact_lock($1))
  order by position limit $2 for update skip locked`;

/**
 * The oldest undispatched events, in the order they were written, held until the transaction ends. None when another
 * relay is at work. One aggregate's events are in order: its writers wait for each other before they append.
 */
export async function claimEvents(client: PoolClient): Promise<ClaimedEvent[]> {
  const begun = client.query('begin');
  const claimed = client.query<Row>({
    name: 'claim_events',
    text: CLAIM,
    values: [RELAY_LOCK, BATCH, EVENT_TYPES],
  });
  const [, { rows }] = await Promise.all([begun, claimed]);
  return rows.map(toClaimed);
}

/** Marks and commits. */
export async function finishEvents(client: PoolClient, claimed: readonly ClaimedEvent[]): Promise<void> {
  const marked = client.query({
    name: 'finish_events',
    // by id: it tells in which month's partition the event lies
    text: 'update events set dispatched_at = clock_timestamp() where event_id = any($1::uuid[])',
    values: [claimed.map(({ event }) => event.eventId)],
  });
  // sent together: a commit after a failed statement is a rollback
  await Promise.all([marked, client.query('commit')]);
}

type Row = {
  position: number;
  age: number;
  event_id: string;
  event_type: DomainEvent['eventType'];
  aggregate_id: string;
  aggregate_type: string;
  organization_id: string;
  payload: DomainEvent['payload'];
  metadata: DomainEvent['metadata'];
};

const toClaimed = (row: Row): ClaimedEvent => ({
  position: row.position,
  ageSeconds: row.age,
  event: {
    eventId: row.event_id,
    eventType: row.event_type,
    aggregateId: row.aggregate_id,
    aggregateType: row.aggregate_type,
    organizationId: row.organization_id,
    payload: row.payload,
    metadata: row.metadata,
  },
});
