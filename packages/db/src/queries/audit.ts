import type { Tx } from '../database.ts';

export type AuditHead = {
  seq: number;
  hash: string;
  position: number;
  baseSeq: number;
  baseHash: string;
  retiredBefore: string | null;
  horizonPosition: number | null;
  horizonAt: string | null;
  /** Every transaction that ran when the horizon was set has ended. */
  settled: boolean;
};
/** An event, and the text that its hash is made of. */
export type SealableEvent = { position: number; eventId: string; content: string };
export type AuditLink = { seq: number; eventId: string; hash: string };

const CONTENT = `json_build_array(position, event_id, event_type, aggregate_id, aggregate_type, organization_id, payload::text,
  metadata::text, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text as content`;

/**
 * Where the organisation's chain stands, held until the transaction ends; made at first. Undefined: somebody else holds it, and
 * `skip` says not to wait.
 */
export async function lockAuditHead(
  tx: Tx,
  orgId: string,
  busy: 'wait' | 'skip',
): Promise<AuditHead | undefined> {
  await tx.$client.query({
    name: 'audit_head_make',
    text: 'insert into audit_heads (organization_id) values ($1) on conflict do nothing',
    values: [orgId],
  });
  const { rows } = await tx.$client.query<AuditHead>({
    name: `audit_head_${busy}`,
    text: `select seq, hash, position, base_seq as "baseSeq", base_hash as "baseHash", retired_before as "retiredBefore",
             horizon_position as "horizonPosition", horizon_at as "horizonAt",
             coalesce(horizon_transaction::xid8 <= pg_snapshot_xmin(pg_current_snapshot()), false) as settled
           from audit_heads where organization_id = $1 for update ${busy === 'skip' ? 'skip locked' : ''}`,
    values: [orgId],
  });
  return rows[0];
}

/** Remembers the last event there is and the transactions that run now: what they write may still come before it. */
export async function setAuditHorizon(tx: Tx, orgId: string, at: string): Promise<void> {
  await tx.$client.query({
    name: 'audit_horizon',
    text: `update audit_heads set horizon_at = $2, horizon_transaction = pg_snapshot_xmax(pg_current_snapshot())::text,
             horizon_position = (select max(position) from events where organization_id = $1)
           where organization_id = $1`,
    values: [orgId, at],
  });
}

/** Events after one position, up to another, in order. */
export async function listSealable(
  tx: Tx,
  orgId: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<SealableEvent[]> {
  const { rows } = await tx.$client.query<SealableEvent>({
    name: 'audit_sealable',
    text: `select position, event_id as "eventId", ${CONTENT} from events
           where organization_id = $1 and position > $2 and position <= $3 order by position limit $4`,
    values: [orgId, after, upTo, limit],
  });
  return rows;
}

/** Appends links and moves the head to the last of them. */
export async function appendLinks(
  tx: Tx,
  orgId: string,
  links: readonly AuditLink[],
  position: number,
): Promise<void> {
  await tx.$client.query({
    name: 'audit_links_append',
    text: `insert into audit_links (organization_id, seq, event_id, hash)
           select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[])`,
    values: [orgId, links.map((l) => l.seq), links.map((l) => l.eventId), links.map((l) => l.hash)],
  });
  const last = links.at(-1);
  await tx.$client.query({
    name: 'audit_head_move',
    text: 'update audit_heads set seq = $2, hash = $3, position = $4 where organization_id = $1',
    values: [orgId, last?.seq, last?.hash, position],
  });
}

/** Links after one, in order. */
export async function listLinks(tx: Tx, orgId: string, after: number, limit: number): Promise<AuditLink[]> {
  const { rows } = await tx.$client.query<AuditLink>({
    name: 'audit_links_list',
    text: `select seq, event_id as "eventId", hash from audit_links
           where organization_id = $1 and seq > $2 order by seq limit $3`,
    values: [orgId, after, limit],
  });
  return rows;
}

/** Those of the events that are there, by id. */
export async function findSealed(tx: Tx, orgId: string, ids: readonly string[]): Promise<SealableEvent[]> {
  const { rows } = await tx.$client.query<SealableEvent>({
    name: 'audit_sealed',
    text: `select position, event_id as "eventId", ${CONTENT} from events
           where organization_id = $1 and event_id = any($2::uuid[])`,
    values: [orgId, ids],
  });
  return rows;
}

/** The first event that the chain should hold by its position, and does not. */
export async function findUnsealed(
  tx: Tx,
  orgId: string,
  { position, retiredBefore }: { position: number; retiredBefore: string | null },
): Promise<{ position: number; eventId: string } | undefined> {
  const { rows } = await tx.$client.query<{ position: number; eventId: string }>({
    name: 'audit_unsealed',
    text: `select e.position, e.event_id as "eventId" from events e
           where e.organization_id = $1 and e.position <= $2 and case when $3::uuid is null then true else e.event_id >= $3 end
             and not exists (select 1 from audit_links l where l.organization_id = $1 and l.event_id = e.event_id)
           order by e.position limit 1`,
    values: [orgId, position, retiredBefore],
  });
  return rows[0];
}

/** Writes down what a verification found; null: all is well. */
export async function saveVerification(tx: Tx, orgId: string, at: string, finding: unknown): Promise<void> {
  await tx.$client.query({
    name: 'audit_verified',
    text: 'update audit_heads set verified_at = $2, finding = $3 where organization_id = $1',
    values: [orgId, at, finding === null ? null : JSON.stringify(finding)],
  });
}
