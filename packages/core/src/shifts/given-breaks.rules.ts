import type { ShiftBreak, ShiftBreakInput } from '@vaktplan/contracts/http/shifts';
import type { Interval } from './shift.rules.ts';

/** A break that is wished for: at an instant, so many minutes after the shift's start, or anywhere in it. */
export type GivenBreak = ShiftBreak & { afterStart?: number };

export const givenBreaks = (breaks: readonly ShiftBreakInput[] = []): GivenBreak[] =>
  breaks.map(({ minutes, paid, startsAt, afterStart }) => ({
    minutes,
    paid,
    startsAt: startsAt ?? null,
    ...(typeof afterStart === 'number' && { afterStart }),
  }));

/** The breaks where they lie in a shift: those that hang on its start get their instants. */
export const placedBreaks = (
  breaks: readonly GivenBreak[],
  { startsAt }: Pick<Interval, 'startsAt'>,
): ShiftBreak[] =>
  breaks.map(({ afterStart, ...pause }) =>
    afterStart === undefined
      ? pause
      : { ...pause, startsAt: startsAt.add({ minutes: afterStart }).toString() },
  );
