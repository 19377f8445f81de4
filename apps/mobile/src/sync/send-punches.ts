import type { CreatePunch, CreatePunchBatch } from '@vaktplan/contracts/http/time-tracking';
import * as z from 'zod';
import type { PhoneClock } from './anchor';
import type { Owner, RowOf } from './outbox-row';
import { attempt, failed, later, NOT_OURS, type Outcome } from './outcome';
import type { Transport } from './transport';

// no more of the answers than is used: a newer server says more
const Recorded = z.object({ punch: z.object({ id: z.string() }), entry: z.object({ id: z.string() }) });
const Item = z.object({
  id: z.string(),
  outcome: z.enum(['recorded', 'kept', 'refused']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  entryId: z.string().nullable(),
});
const Answered = z.object({ data: z.array(Item) });

type Row = RowOf<'punch'>;
export type PunchSender = { transport: Transport; clock: PhoneClock };

/** A tap that goes out this soon is one of this moment: the place may still say no to it. */
const LIVE_MS = 30_000;
export const MOST_TOGETHER = 100;
/** The server's own trouble with one of them. */
const PASSING = new Set(['unavailable', 'upstream_unavailable', 'internal']);
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
  if (verdict.kind !== 'ok') return failed(verdict);
  const result = Recorded.safeParse(verdict.body);
  // a page that says 200 to everything is not our server
  if (!result.success || result.data.punch.id !== row.id) return later(NOT_OURS);
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
  if (verdict.kind !== 'ok') return rows.map(() => failed(verdict));
  const answers = Answered.safeParse(verdict.body).data?.data ?? [];
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return rows.map(({ id }) => outcomeOf(byId.get(id)));
}

function outcomeOf(answer: z.infer<typeof Item> | undefined): Outcome {
  if (!answer) return later(NOT_OURS);
  const { outcome, code, detail, entryId } = answer;
  if (outcome !== 'refused') return { kind: 'confirmed', entryId, reason: detail, code };
  const reason = detail ?? 'refused';
  return code !== null && PASSING.has(code)
    ? { kind: 'later', reason, code }
    : { kind: 'refused', reason, code: code ?? 'bad_request' };
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
    tapped: {
      bootId: stamp.bootId,
      monotonicMs: Math.max(0, stamp.monoMs),
      sequence: seq,
      ...(stamp.offsetMs !== null && { serverOffsetMs: stamp.offsetMs }),
    },
    ...(locationId && { locationId }),
    ...(deviceId && { deviceId }),
    ...(position && { position }),
  };
}
