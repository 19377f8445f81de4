import type { EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import type { Fact } from './facts.rules.ts';

/** Two taps of one kind within this are one tap and its echo. */
export const DUPLICATE_MS = 2 * 60_000;
/** A clock-out this long after the clock-in cannot be its own: somebody forgot two taps. */
export const PAIR_LIMIT_MS = 36 * 60 * 60_000;

export type PairedBreak = { id: string; start: number; end: number | null; paid: boolean | null };

/** Punches that belong together. `end` null: nobody clocked out. */
export type Stretch = {
  opened: Fact;
  closed: Fact | null;
  start: number;
  end: number | null;
  breaks: PairedBreak[];
  facts: Fact[];
  flags: Set<EntryFlag>;
  /** When the next clock-in ended what nobody had. */
  cutAt: number | null;
  lastAt: number;
  /** The clock-out of the whole, also of a piece. */
  finishedAt: number | null;
  /** Which piece of a stretch that was too long; 0 for the first or only one. */
  part: number;
  /** Does another piece follow? */
  more: boolean;
};

const openAt = (fact: Fact): Stretch => ({
  opened: fact,
  closed: null,
  start: fact.at,
  end: null,
  breaks: [],
  facts: [],
  flags: new Set(fact.kind === 'in' ? [] : ['missing_in']),
  cutAt: null,
  lastAt: fact.at,
  finishedAt: null,
  part: 0,
  more: false,
});

/**
 * Facts in the order of `byTime` -> what belongs together. An OUT closes the open IN whatever the calendar day; what does
 * not fit is flagged on its own entry and leaves the others alone. No fact is in two stretches, none is in none.
 */
export function pairFacts(facts: readonly Fact[]): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | null = null;
  for (const fact of facts) {
    if (!current || startsAnew(current, fact)) {
      if (current && current.end === null) current.cutAt = fact.at;
      stretches.push((current = openAt(fact)));
    }
    take(current, fact);
  }
  return stretches;
}

function startsAnew(current: Stretch, { kind, at }: Fact): boolean {
  if (current.closed) {
    const echo = kind === 'out' && at - current.closed.at <= DUPLICATE_MS;
    return !echo;
  }
  if (at - current.start > PAIR_LIMIT_MS) return true;
  if (kind !== 'in') return false;
  return current.opened.kind !== 'in' || at - current.lastAt > DUPLICATE_MS;
}

function take(stretch: Stretch, fact: Fact): void {
  const { kind, at } = fact;
  const first = stretch.facts.length === 0;
  stretch.facts.push(fact);
  const pause = stretch.breaks.at(-1);
  const resting = pause && pause.end === null ? pause : undefined;
  switch (kind) {
    case 'in':
      if (!first) stretch.flags.add('duplicate_punch');
      break;
    case 'out':
      if (stretch.closed) {
        stretch.flags.add('duplicate_punch');
        return;
      }
      if (resting) resting.end = at;
      stretch.closed = fact;
      stretch.end = at;
      stretch.finishedAt = at;
      break;
    case 'break_start':
      if (resting)
        stretch.flags.add(at - resting.start <= DUPLICATE_MS ? 'duplicate_punch' : 'break_unclear');
      else stretch.breaks.push({ id: fact.root, start: at, end: null, paid: fact.breakPaid });
      break;
    case 'break_end':
      if (resting) resting.end = at;
      else if (!first) {
        const echo = pause?.end !== undefined && pause.end !== null && at - pause.end <= DUPLICATE_MS;
        stretch.flags.add(echo ? 'duplicate_punch' : 'break_unclear');
      }
      break;
  }
  stretch.lastAt = at;
}
