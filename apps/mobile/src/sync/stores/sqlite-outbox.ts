import type { OutboxRow, Owner } from '../outbox-row';
import type { SyncStore } from '../sync-store';
import {
  amended,
  claimable,
  hurried,
  isAmendable,
  isPrunable,
  sentAgain,
  settled,
  started,
  withLease,
} from './claimable';
import type { SqlTransaction, Transact } from './sql-database';

type Raw = {
  id: string;
  owner: string;
  seq: number;
  stream: string;
  body: string;
  state: string;
  created_at: number;
  next_at: number;
  attempts: number;
  lease_until: number;
  reason: string | null;
  code: string | null;
  entry_id: string | null;
  seen: number;
};

const fromRaw = (raw: Raw): OutboxRow =>
  ({
    id: raw.id,
    owner: raw.owner,
    seq: raw.seq,
    stream: raw.stream,
    body: JSON.parse(raw.body),
    state: raw.state,
    createdAt: raw.created_at,
    nextAt: raw.next_at,
    attempts: raw.attempts,
    leaseUntil: raw.lease_until,
    reason: raw.reason,
    code: raw.code,
    entryId: raw.entry_id,
    seen: raw.seen === 1,
  }) as OutboxRow;

async function write(tx: SqlTransaction, row: OutboxRow, claim: string | null): Promise<void> {
  await tx.runAsync(
    `UPDATE outbox SET body = ?, state = ?, next_at = ?, attempts = ?, lease_until = ?, claim = ?, reason = ?,
       code = ?, entry_id = ?, seen = ? WHERE id = ?`,
    [
      JSON.stringify(row.body),
      row.state,
      Math.round(row.nextAt),
      row.attempts,
      Math.round(row.leaseUntil),
      claim,
      row.reason,
      row.code,
      row.entryId,
      row.seen ? 1 : 0,
      row.id,
    ],
  );
}

const find = async (tx: SqlTransaction, owner: Owner, id: string): Promise<OutboxRow | null> => {
  const raw = await tx.getFirstAsync<Raw>('SELECT * FROM outbox WHERE id = ? AND owner = ?', [id, owner]);
  return raw && fromRaw(raw);
};
const list = async (tx: SqlTransaction, owner: Owner): Promise<OutboxRow[]> =>
  (await tx.getAllAsync<Raw>('SELECT * FROM outbox WHERE owner = ? ORDER BY seq', [owner])).map(fromRaw);

const NEXT = `INSERT INTO sequences (owner, last) VALUES (?, 1)
  ON CONFLICT (owner) DO UPDATE SET last = last + 1 RETURNING last`;
const INSERT = `INSERT INTO outbox
  (id, owner, seq, stream, body, state, created_at, next_at, attempts, lease_until, seen)
  VALUES (?, ?, ?, ?, ?, 'saved', ?, ?, 0, 0, 0)`;
const OPEN = `SELECT * FROM outbox WHERE owner = ? AND stream = ? AND state IN ('saved', 'sending') ORDER BY seq`;

type Outbox = Pick<
  SyncStore,
  'add' | 'claim' | 'settle' | 'amend' | 'takeBack' | 'rows' | 'hurry' | 'again' | 'dismiss' | 'prune'
>;

export const sqlOutbox = (transact: Transact): Outbox => ({
  add: (row) =>
    transact(async (tx) => {
      const there = await tx.getFirstAsync<Raw>('SELECT * FROM outbox WHERE id = ?', [row.id]);
      if (there) return fromRaw(there);
      const next = await tx.getFirstAsync<{ last: number }>(NEXT, [row.owner]);
      const added = started(row, next?.last ?? 1);
      const { id, owner, seq, stream, createdAt, nextAt } = added;
      const body = JSON.stringify(added.body);
      await tx.runAsync(INSERT, [id, owner, seq, stream, body, Math.round(createdAt), Math.round(nextAt)]);
      return added;
    }),
  claim: ({ owner, stream, token, limit, now }) =>
    transact(async (tx) => {
      const open = await tx.getAllAsync<Raw>(OPEN, [owner, stream]);
      const taken = claimable(open.map(fromRaw), now, limit).map((row) => withLease(row, now));
      for (const row of taken) await write(tx, row, token);
      return taken;
    }),
  settle: (token, settlements) =>
    transact(async (tx) => {
      for (const settlement of settlements) {
        const held = await tx.getFirstAsync<Raw>(
          `SELECT * FROM outbox WHERE id = ? AND claim = ? AND state = 'sending'`,
          [settlement.id, token],
        );
        if (held) await write(tx, settled(fromRaw(held), settlement), null);
      }
    }),
  amend: (owner, id, part) =>
    transact(async (tx) => {
      const row = await find(tx, owner, id);
      if (!row || !isAmendable(row)) return false;
      await write(tx, amended(row, part), null);
      return true;
    }),
  takeBack: (owner, id) =>
    transact(async (tx) => {
      const row = await find(tx, owner, id);
      if (!row || !isAmendable(row)) return false;
      await tx.runAsync('DELETE FROM outbox WHERE id = ?', [id]);
      return true;
    }),
  rows: (owner) => transact((tx) => list(tx, owner)),
  hurry: (owner) =>
    transact(async (tx) => {
      for (const row of await list(tx, owner)) {
        const next = hurried(row);
        if (next !== row) await write(tx, next, null);
      }
    }),
  again: (owner, id) =>
    transact(async (tx) => {
      const row = await find(tx, owner, id);
      if (row?.state === 'refused') await write(tx, sentAgain(row), null);
    }),
  dismiss: (owner, id) =>
    transact(async (tx) => {
      await tx.runAsync(`DELETE FROM outbox WHERE id = ? AND owner = ? AND state = 'refused'`, [id, owner]);
    }),
  prune: (owner, before) =>
    transact(async (tx) => {
      const old = (await list(tx, owner)).filter((row) => isPrunable(row, before));
      for (const { id } of old) await tx.runAsync('DELETE FROM outbox WHERE id = ?', [id]);
      return old.length;
    }),
});
