import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import type { ComputedBreak } from './facts.rules.ts';
import type { PairedBreak } from './pair.rules.ts';

type Span = { start: number; end: number };
export type CountedBreaks = { breaks: ComputedBreak[]; deductedMinutes: number; flags: EntryFlag[] };

/** Breaks inside the span, whole ones and pieces; an open break lasts to its end. */
export const breaksWithin = (breaks: readonly PairedBreak[], span: Span, paid: boolean): ComputedBreak[] =>
  breaks.flatMap((pause) => {
    const start = Math.max(pause.start, span.start);
    const end = Math.min(pause.end ?? span.end, span.end);
    // a break tapped and ended in one moment stays, one outside goes
    return end > start || (pause.start === pause.end && pause.start >= span.start && pause.start <= span.end)
      ? [{ id: pause.id, start, end: Math.max(start, end), paid: pause.paid ?? paid }]
      : [];
  });

/** What the rules take off besides the breaks taken, and whether enough of them was taken. */
export function countBreaks(
  taken: readonly ComputedBreak[],
  span: Span,
  { mode, rules }: TimePolicySettings['breaks'],
): CountedBreaks {
  const unpaidMs = taken.reduce(
    (sum, pause) => (pause.paid ? sum : sum + ((pause.end ?? span.end) - pause.start)),
    0,
  );
  // a break is no work: nine hours and half an hour's break are nine hours of work. Where the rule alone counts, none was taken
  const worked = (span.end - span.start - (mode === 'deducted' ? 0 : unpaidMs)) / 60_000;
  const required = rules
    .filter((rule) => worked > rule.afterMinutes)
    .reduce<(typeof rules)[number] | null>(
      (most, rule) => (most && most.minutes >= rule.minutes ? most : rule),
      null,
    );
  const restedMs = taken.reduce((sum, pause) => sum + ((pause.end ?? span.end) - pause.start), 0);
  const rested = Math.floor(restedMs / 60_000);
  const flags: EntryFlag[] =
    !required || mode === 'deducted' || rested >= required.minutes
      ? []
      : [taken.length === 0 ? 'no_break' : 'break_short'];
  const missing =
    !required || required.paid || mode === 'punched'
      ? 0
      : mode === 'deducted'
        ? required.minutes
        : Math.max(0, required.minutes - rested);
  // where the rule alone counts, what was punched costs nothing
  const breaks = mode === 'deducted' ? taken.map((pause) => ({ ...pause, paid: true })) : [...taken];
  return { breaks, deductedMinutes: missing, flags };
}
