import { ERRORS } from '@vaktplan/contracts/errors';
import {
  PunchBatchResult,
  PunchResult,
  type CreatePunch,
  type CreatePunchBatch,
} from '@vaktplan/contracts/http/time-tracking';
import type { PhoneClock } from './anchor';
import type { Owner, RowOf } from './outbox-row';
import { attempt, later, plainOutcome, type Outcome } from './outcome';
import type { Transport } from './transport';

type Row = RowOf<'punch'>;
export type PunchSender = { transport: Transport; clock: PhoneClock };

/** A tap that goes out this soon is one of this moment: the place may still say no to it. */
const LIVE_MS = 30_000;
export const MOST_TOGETHER = 100;
const PATH = '/api/v1/time-tracking/punches';

/** Sends what waits, in order: a tap of this moment by itself, what waited together. An outcome for each row. */
export async function sendPunches(
  sender: PunchSender,
  owner: Owner,
  rows: readonly Row[],
): Promise<Outcome[]> {
  const [first] = rows;
  if (first && rows.length === 1 && isLive(first, sender.clock))
    return [await sendLive(sender, owner, first)];
  return sendTogether(sender, owner, rows);
}

function isLive({ attempts, body: { offline, stamp } }: Row, clock: PhoneClock): boolean {
  const age = clock.mono() - stamp.monoMs;
  return attempts === 0 && !offline && stamp.bootId === clock.bootId() && age >= 0 && age <= LIVE_MS;
}

async function sendLive({ transport, clock }: PunchSender, owner: Owner, row: Row): Promise<Outcome> {
  const body: CreatePunch = { ...punchOf(row), sentMonotonicMs: clock.mono() };
  const verdict = await attempt(
    () => transport.send(owner, { method: 'POST', path: PATH, body }),
    row.attempts,
  );
  if (verdict.kind !== 'ok') return plainOutcome(verdict);
  const result = PunchResult.safeParse(verdict.body);
  // a page that says 200 to everything is not our server
  if (!result.success || result.data.punch.id !== row.id) return later('not an answer of the server');
  return { kind: 'confirmed', entryId: result.data.entry.id };
}

async function sendTogether(sender: PunchSender, owner: Owner, rows: readonly Row[]): Promise<Outcome[]> {
  const { transport, clock } = sender;
  const body: CreatePunchBatch = {
    punches: rows.map((row) => ({ ...punchOf(row), offline: true })),
    sent: { bootId: clock.bootId(), monotonicMs: clock.mono() },
  };
  const request = { method: 'POST', path: `${PATH}/batch`, body } as const;
  const verdict = await attempt(() => transport.send(owner, request), rows[0]?.attempts ?? 0);
  if (verdict.kind === 'refused' && rows.length > 1) return sendEach(sender, owner, rows);
  if (verdict.kind !== 'ok') return rows.map(() => plainOutcome(verdict));
  const answers = PunchBatchResult.safeParse(verdict.body).data?.data ?? [];
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return rows.map(({ id }) => outcomeOf(byId.get(id)));
}

function outcomeOf(answer: PunchBatchResult['data'][number] | undefined): Outcome {
  if (!answer) return later('not an answer of the server');
  const { outcome, code, detail, entryId } = answer;
  if (outcome !== 'refused') return { kind: 'confirmed', entryId, reason: detail, code };
  const reason = detail ?? 'refused';
  if (code === null || ERRORS[code][0] >= 500) return { kind: 'later', reason, code };
  return { kind: 'refused', reason, code };
}

/** One of them makes the server refuse all: each by itself, so that only that one is. None overtakes one that waits. */
async function sendEach(sender: PunchSender, owner: Owner, rows: readonly Row[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const before = outcomes.at(-1);
    const [outcome] = before?.kind === 'later' ? [before] : await sendTogether(sender, owner, [row]);
    outcomes.push(outcome ?? later('not sent'));
  }
  return outcomes;
}

/** The punch as the server takes it; the same each time it is sent. */
function punchOf({ id, seq, body }: Row): Omit<CreatePunch, 'sentMonotonicMs'> {
  const { kind, stamp, locationId, deviceId, position } = body;
  return {
    id,
    kind,
    occurredAt: new Date(stamp.wallMs).toISOString(),
    source: 'mobile',
    tapped: { bootId: stamp.bootId, monotonicMs: Math.max(0, stamp.monoMs), sequence: seq },
    ...(locationId && { locationId }),
    ...(deviceId && { deviceId }),
    ...(position && { position }),
  };
}
