import type { CreatePunch, PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '../context/ctx.ts';
import { enqueuePunch } from './punch-queue.ts';
import { punchTime, type Sent } from './recording/punch-time.rules.ts';
import type { Tap } from './recording/tap.ts';

export type PunchFor = {
  employeeId: string;
  input: CreatePunch;
  source: Tap['source'];
  /** Where the request came from, to compare with the networks allowed; left out: not known. */
  address?: string | null;
};

/** A tap for a person whom the caller has recognised: themselves, or somebody before a kiosk. Errors as of recordPunch. */
export async function recordPunchFor(ctx: Ctx, punch: PunchFor): Promise<PunchResult> {
  const { input, employeeId, source, address = null } = punch;
  const { tapped, sentMonotonicMs } = input;
  const sent =
    tapped && sentMonotonicMs !== undefined ? { bootId: tapped.bootId, monotonicMs: sentMonotonicMs } : null;
  return enqueuePunch(tapOf(ctx, { employeeId, input, source, address, sent, queued: false }));
}

type Came = Omit<Tap, 'ctx' | 'now' | 'time'> & { sent: Sent | null };

export function tapOf(ctx: Ctx, { sent, ...came }: Came): Tap {
  const now = ctx.now().epochMilliseconds;
  return { ctx, ...came, now, time: timeOf(came, now, sent) };
}

function timeOf(
  { input, source, queued }: Pick<Tap, 'input' | 'source' | 'queued'>,
  now: number,
  sent: Sent | null,
): Tap['time'] {
  try {
    return punchTime(input, now, sent, source, queued);
  } catch (refusal) {
    return { refusal };
  }
}
