import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import type { ProposeCorrection } from '@vaktplan/contracts/http/timesheet-corrections';
import * as z from 'zod';
import { readItems } from './cached-items';
import { rowsOf, type Owner, type RowOf } from './outbox-row';
import { attempt, later, plainOutcome, type Outcome } from './outcome';
import { happenedAt } from './stamp';
import type { Pulled } from './pull';
import type { SyncStore } from './sync-store';
import type { Transport } from './transport';

const Proposed = z.object({ id: z.string(), state: z.string() });

type Row = RowOf<'correction'>;
export type CorrectionSender = {
  store: SyncStore;
  transport: Transport;
  /** Fetches what changed on the server. */
  pull: (owner: Owner) => Promise<Pulled>;
};
type Subject = Pick<ProposeCorrection, 'entryId' | 'entryVersion' | 'locationId'>;

/** The punch it corrects has to be there first; its stream has its own pauses. */
const WAIT_FOR_PUNCH_MS = 3000;
const CONFLICT_TRIES = 5;
/** So often it is asked whether hours have come of the punch after all. */
const ENTRY_TRIES = 3;

/** Proposes it to the server. One of a punch made here goes out when the punch has arrived and its entry is known. */
export async function sendCorrection(sender: CorrectionSender, owner: Owner, row: Row): Promise<Outcome> {
  const found = await subjectOf(sender, owner, row);
  if ('kind' in found) return found;
  const { target: _found, ...times } = row.body;
  const body = { ...found, ...times };
  const path = '/api/v1/timesheet-corrections';
  const request = { method: 'POST', path, body, idempotencyKey: row.id } as const;
  const verdict = await attempt(() => sender.transport.send(owner, request), row.attempts);
  if (verdict.kind !== 'refused') return plainOutcome(verdict, Proposed);
  // nobody else has this key: it arrived before, asked for an older version of the entry
  if (verdict.code === 'idempotency_key_reused') return { kind: 'confirmed' };
  const isOurs = 'punchId' in row.body.target;
  // nobody has looked at a version of it yet, so none was overlooked
  if (isOurs && verdict.code === 'version_conflict' && row.attempts < CONFLICT_TRIES) {
    await sender.pull(owner);
    return later(verdict.reason);
  }
  return verdict;
}

async function subjectOf(
  { store, pull }: CorrectionSender,
  owner: Owner,
  { body: { target }, attempts }: Row,
): Promise<Subject | Outcome> {
  if (!('punchId' in target)) return target;
  const punch = rowsOf(await store.rows(owner), 'punch').find(({ id }) => id === target.punchId);
  if (!punch)
    return { kind: 'refused', code: 'not_found', reason: 'The punch is not on this phone any more.' };
  if (punch.state === 'refused') {
    return { kind: 'refused', code: punch.code ?? 'not_found', reason: punch.reason ?? 'refused' };
  }
  if (punch.state !== 'confirmed') {
    return later('waits for the punch', { pauseMs: WAIT_FOR_PUNCH_MS, counts: false });
  }
  const entry = async () => entryOf(await readItems(store, owner, 'time_entry'), punch);
  let found = punch.seen ? await entry() : undefined;
  if (!found) {
    const pulled = await pull(owner);
    found = await entry();
    if (!found && pulled === 'whole' && attempts >= ENTRY_TRIES) {
      return { kind: 'refused', code: 'not_found', reason: 'No hours have come of this punch.' };
    }
  }
  return found ? { entryId: found.id, entryVersion: found.version } : later('waits for the entry');
}

/** The entry the server named; where it has been put together with another since: the one that holds the moment. */
function entryOf(entries: readonly TimesheetLine[], punch: RowOf<'punch'>): TimesheetLine | undefined {
  const at = happenedAt(punch.body.stamp);
  return (
    entries.find(({ id }) => id === punch.entryId) ??
    entries.find(
      ({ startedAt, endedAt }) =>
        Date.parse(startedAt) <= at && (endedAt === null || at <= Date.parse(endedAt)),
    )
  );
}
