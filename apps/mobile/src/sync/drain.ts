import * as z from 'zod';
import type { PhoneClock } from './anchor';
import { STREAMS, type OutboxRow, type Owner, type RowOf, type Stream } from './outbox-row';
import { attempt, isSignedOut, plainOutcome, settlementOf, type Outcome } from './outcome';
import { sendCorrection } from './send-correction';
import type { Pulled } from './pull';
import { MOST_TOGETHER, sendPunches } from './send-punches';
import type { SyncStore } from './sync-store';
import type { Transport } from './transport';

const Read = z.object({ id: z.string(), title: z.string() });
const Settings = z.object({ pushOff: z.array(z.string()) });

export type Drainer = {
  store: SyncStore;
  transport: Transport;
  clock: PhoneClock;
  newId: () => string;
  random: () => number;
  pull: (owner: Owner) => Promise<Pulled>;
  /** Rows of this owner have another state. */
  changed: (owner: Owner) => void;
};
export type Drained = { confirmed: number; refused: number; signedOut: boolean };

/** Sends all that may go out now, stream by stream. What waits in one holds no other up. */
export async function drain(drainer: Drainer, owner: Owner): Promise<Drained> {
  const drained: Drained = { confirmed: 0, refused: 0, signedOut: false };
  for (const stream of STREAMS) {
    while (!drained.signedOut && (await drainOnce(drainer, owner, stream, drained)));
  }
  return drained;
}

/** One attempt. False: there is nothing more to send now. */
async function drainOnce(drainer: Drainer, owner: Owner, stream: Stream, drained: Drained): Promise<boolean> {
  const { store, clock, random } = drainer;
  const token = drainer.newId();
  const limit = stream === 'punch' ? MOST_TOGETHER : 1;
  const rows = await store.claim({ owner, stream, token, limit, now: clock.wall() });
  if (rows.length === 0) return false;
  drainer.changed(owner);
  const outcomes = await sendRows(drainer, owner, rows);
  const now = clock.wall();
  const pause = random();
  await store.settle(
    token,
    rows.map((row, i) => settlementOf(row, outcomes[i] as Outcome, now, pause)),
  );
  for (const outcome of outcomes) {
    if (outcome.kind !== 'later') drained[outcome.kind] += 1;
    drained.signedOut ||= isSignedOut(outcome);
  }
  drainer.changed(owner);
  return outcomes.every(({ kind }) => kind !== 'later');
}

async function sendRows(drainer: Drainer, owner: Owner, rows: readonly OutboxRow[]): Promise<Outcome[]> {
  const [row] = rows;
  switch (row?.stream) {
    case 'punch':
      return sendPunches(drainer, owner, rows as readonly RowOf<'punch'>[]);
    case 'correction':
      return [await sendCorrection(drainer, owner, row)];
    case 'inbox':
      return [await sendRead(drainer, owner, row)];
    case 'settings':
      return [await sendSettings(drainer, owner, row)];
    case undefined:
      return [];
  }
}

async function sendRead({ transport }: Drainer, owner: Owner, row: RowOf<'inbox'>): Promise<Outcome> {
  const path = `/api/v1/notifications/${row.body.notificationId}/read`;
  const verdict = await attempt(() => transport.send(owner, { method: 'POST', path }), row.attempts);
  // what is gone needs no mark
  if (verdict.kind === 'refused' && verdict.code === 'not_found') return { kind: 'confirmed' };
  return plainOutcome(verdict, Read);
}

async function sendSettings({ transport }: Drainer, owner: Owner, row: RowOf<'settings'>): Promise<Outcome> {
  const path = '/api/v1/me/notification-settings';
  const { patch: body } = row.body;
  const request = { method: 'PATCH', path, body, idempotencyKey: row.id } as const;
  return plainOutcome(await attempt(() => transport.send(owner, request), row.attempts), Settings);
}
