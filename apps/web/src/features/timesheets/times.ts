import { wallMinutes, wallText } from '../schedule/wall-clock';
import { localDateOf } from '../../lib/format';

type Fold = 'earlier' | 'later' | undefined;
type Span = { startedAt: string; endedAt: string };
/** Of a new one nobody has said whether it is paid: that is as it is at the place. */
type Break = Span & { paid?: boolean };
/** What a field was filled with, to the second and in the right one of two hours. */
type Known = { known?: Partial<Span> };

/** Times as the fields show them, on the clock of the place. */
export type Times = Span &
  Known & {
    startedAtFold?: Fold;
    endedAtFold?: Fold;
    breaks: (Break & Known)[];
  };

/** What is offered where nothing was punched. */
export const emptyDay = (date: string): Times => ({
  startedAt: `${date}T09:00`,
  endedAt: `${date}T17:00`,
  breaks: [],
});

type Entry = {
  startedAt: string;
  endedAt: string | null;
  zone: string;
  breaks: readonly { startedAt: string; endedAt: string | null; paid: boolean }[];
};

/** An instant as a field of date and time shows it, on the clock of the place. */
export function wallField(instant: string, zone: string): string {
  const date = localDateOf(new Date(instant), zone);
  return wallText(date, wallMinutes(instant, date, zone));
}

/** By how much clocks are set back: an hour, on Lord Howe half of one. */
const SET_BACK_MS = [3_600_000, 1_800_000];

/** Which of two moments that look the same on the clock of the place; undefined where there is one. */
function foldOf(instant: string, zone: string): Fold {
  const at = Date.parse(instant);
  const looksSame = (ms: number) =>
    wallField(new Date(at + ms).toISOString(), zone) === wallField(instant, zone);
  if (SET_BACK_MS.some((ms) => looksSame(ms))) return 'earlier';
  return SET_BACK_MS.some((ms) => looksSame(-ms)) ? 'later' : undefined;
}

/** An entry -> its fields. `fallbackEnd`: what to offer where it has not ended. */
export function timesOf(entry: Entry, fallbackEnd: string | null = null): Times {
  const { startedAt, endedAt, zone } = entry;
  const end = endedAt ?? fallbackEnd;
  return {
    startedAt: wallField(startedAt, zone),
    endedAt: end ? wallField(end, zone) : '',
    startedAtFold: foldOf(startedAt, zone),
    endedAtFold: end ? foldOf(end, zone) : undefined,
    known: { startedAt, ...(endedAt !== null && { endedAt }) },
    breaks: entry.breaks.flatMap((pause) =>
      pause.endedAt === null
        ? []
        : [
            {
              startedAt: wallField(pause.startedAt, zone),
              endedAt: wallField(pause.endedAt, zone),
              paid: pause.paid,
              known: { startedAt: pause.startedAt, endedAt: pause.endedAt },
            },
          ],
    ),
  };
}

type Folds = { startedAt?: Fold; endedAt?: Fold };

function spanOf({ startedAt, endedAt, known = {} }: Span & Known, zone?: string, folds?: Folds): Span {
  const of = (key: keyof Span, field: string): string => {
    const instant = known[key];
    if (instant === undefined || zone === undefined || wallField(instant, zone) !== field) return field;
    return folds?.[key] === undefined || folds[key] === foldOf(instant, zone) ? instant : field;
  };
  return { startedAt: of('startedAt', startedAt), endedAt: of('endedAt', endedAt) };
}

/**
 * The fields -> what is sent: a field that nobody changed is the moment it was, so that setting one end right moves nothing
 * else, also on the night on which an hour comes twice. `zone` of the entry; left out where there is none.
 */
export function timesToSend(times: Times, zone: string | undefined) {
  const { startedAtFold, endedAtFold } = times;
  return {
    ...spanOf(times, zone, { startedAt: startedAtFold, endedAt: endedAtFold }),
    ...(startedAtFold && { startedAtFold }),
    ...(endedAtFold && { endedAtFold }),
    breaks: times.breaks.map((pause) => ({
      ...spanOf(pause, zone),
      ...(pause.paid !== undefined && { paid: pause.paid }),
    })),
  };
}
