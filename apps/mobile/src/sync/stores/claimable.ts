import type { NewRow, OutboxRow, Settlement } from '../outbox-row';
import { LEASE_MS, LONGEST_PAUSE_MS } from '../sync-store';

/** Ahead by more than it can ever be: the clock was set back since it was written. */
const isAhead = (moment: number, now: number, most: number): boolean => moment > now && moment <= now + most;

export const isUnsettled = ({ state }: Pick<OutboxRow, 'state'>): boolean =>
  state === 'saved' || state === 'sending';

/** Of the unsettled rows of one stream, in order of `seq`: those that may go out now. */
export function claimable(rows: readonly OutboxRow[], now: number, limit: number): OutboxRow[] {
  const isLeased = (row: OutboxRow) => row.state === 'sending' && isAhead(row.leaseUntil, now, LEASE_MS);
  if (rows.some(isLeased)) return [];
  const pauses = rows.findIndex((row) => isAhead(row.nextAt, now, LONGEST_PAUSE_MS));
  return rows.slice(0, pauses === -1 ? limit : Math.min(limit, pauses));
}

export const withLease = (row: OutboxRow, now: number): OutboxRow => ({
  ...row,
  state: 'sending',
  leaseUntil: now + LEASE_MS,
});

export const started = (row: NewRow, seq: number): OutboxRow => ({
  ...row,
  seq,
  state: 'saved',
  attempts: 0,
  leaseUntil: 0,
  reason: null,
  code: null,
  entryId: null,
  seen: false,
});

export const settled = (row: OutboxRow, { body, ...settlement }: Settlement): OutboxRow =>
  ({ ...row, ...settlement, body: body ?? row.body, leaseUntil: 0 }) as OutboxRow;

/** Nobody has tried to send it. */
export const isAmendable = (row: OutboxRow): boolean =>
  row.stream === 'punch' && row.state === 'saved' && row.attempts === 0;

export const amended = (row: OutboxRow, part: object): OutboxRow =>
  ({ ...row, body: { ...row.body, ...part } }) as OutboxRow;

/** A pause after a failure ends at once; one in which a tap may be taken back does not. */
export const hurried = (row: OutboxRow): OutboxRow =>
  row.state === 'saved' && row.attempts > 0 ? { ...row, nextAt: 0 } : row;

/** Tried before, so it is not a tap of this moment any more. */
export const sentAgain = (row: OutboxRow): OutboxRow =>
  row.state === 'refused'
    ? { ...row, state: 'saved', attempts: 1, nextAt: 0, reason: null, code: null }
    : row;

export const isPrunable = (row: OutboxRow, before: number): boolean =>
  row.state === 'confirmed' && row.seen && row.createdAt < before;
