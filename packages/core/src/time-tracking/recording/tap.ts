import type { CreatePunch, PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { KnownPunch } from '@vaktplan/db/queries/person-clocks';
import type { NewPunch } from '@vaktplan/db/queries/punches';
import type { Ctx } from '../../context/ctx.ts';
import type { PunchTime } from './punch-time.rules.ts';

/** One punch that came, with whose it is. Times are milliseconds since the epoch. */
export type Tap = {
  ctx: Ctx;
  input: CreatePunch;
  employeeId: string;
  source: 'web' | 'mobile' | 'kiosk';
  /** Where the request came from; null: not known. */
  address: string | null;
  /** When it came. */
  now: number;
  /** When it happened, or what it is refused with. */
  time: PunchTime | { refusal: unknown };
  /** From a queue: never refused for what came before or after it, and answered without its entry. */
  queued: boolean;
};

export type Recorded = {
  tap: Tap;
  at: number;
  punch: NewPunch;
  /** Null for one from a queue. */
  answer: PunchResult | null;
};

/** What a tap came to: recorded now, known already, or refused. */
export type TapOutcome = { recorded: Recorded } | { known: KnownPunch } | { refusal: unknown };
