import * as z from 'zod';
import { LONGEST_PAUSE_MS } from './sync-store';

/** An answer, whoever gave it. */
export type Answer = { status: number; body: unknown; retryAfterSeconds?: number };

/**
 * ok: it was taken. later: it may still succeed, this stream waits. refused: our server has said no for good.
 * signedOut: nobody's token is good.
 */
export type Verdict =
  | { kind: 'ok'; body: unknown }
  | { kind: 'later'; reason: string; code: string | null; pauseMs?: number }
  | { kind: 'refused'; reason: string; code: string }
  | { kind: 'signedOut' };

/** A problem of our server, also of a newer one with a code that this app does not know. */
const Problem = z.object({ code: z.string(), detail: z.string(), correlationId: z.string() });

const PASSING_STATUS = new Set([408, 425, 429]);
/** A role or a gateway may be put right meanwhile, so it is worth asking again; but not for ever. */
const FORBIDDEN_TRIES = 10;

/**
 * Only a problem in our server's own words refuses. Anything else (a hotel's sign-in page, a proxy, a deployment) knows
 * nothing of the matter, and the row waits. `tries`: how often it failed before.
 */
export function judge(answer: Answer, tries: number): Verdict {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'ok', body };
  if (status === 401) return { kind: 'signedOut' };
  const problem = Problem.safeParse(body).data;
  const reason = problem?.detail ?? `HTTP ${status}`;
  const code = problem?.code ?? null;
  const later: Verdict = { kind: 'later', reason, code, ...pause(answer) };
  if (!problem || status < 400 || status >= 500 || PASSING_STATUS.has(status)) return later;
  if (problem.code === 'idempotency_key_in_use') return later;
  if (problem.code === 'forbidden' && tries < FORBIDDEN_TRIES) return later;
  return { kind: 'refused', reason, code: problem.code };
}

const pause = ({ retryAfterSeconds }: Answer) =>
  retryAfterSeconds === undefined
    ? {}
    : { pauseMs: Math.min(LONGEST_PAUSE_MS, Math.max(0, retryAfterSeconds * 1000)) };

/** 2 s, 4 s, ... up to the longest pause; between half and all of it, so that phones do not come back together. */
export const backoffMs = (tries: number, random: number): number =>
  Math.round(Math.min(LONGEST_PAUSE_MS, 2000 * 2 ** Math.min(tries, 12)) * (0.5 + random / 2));
