import type { CorrectionBody, CorrectionTarget } from '../../sync/outbox-row';

type BreakFields = { start: string; end: string };
/** What is typed: a date, and times of day by the clock of the workplace. */
export type CorrectionFields = {
  date: string;
  start: string;
  end: string;
  breaks: BreakFields[];
  comment: string;
};
type Span = { startedAt: number; endedAt: number | null };
type Known = Span & { breaks: Span[] };
export type CorrectionFault = 'bad_date' | 'bad_time' | 'bad_end' | 'bad_break' | 'bad_comment' | 'bad_place';

const NEXT_DAY_MS = 86_400_000;

/** The hours as they are, to be changed. Whole minutes; without hours: empty, on the given date. */
export function fieldsOf(entry: Known | null, zone: string | undefined, today: string): CorrectionFields {
  const empty = { date: today, start: '', end: '', breaks: [], comment: '' };
  if (!entry) return empty;
  const { date, time } = inZone(zone);
  return {
    ...empty,
    date: date(entry.startedAt),
    start: time(entry.startedAt),
    end: entry.endedAt === null ? '' : time(entry.endedAt),
    breaks: entry.breaks.map((one) => ({
      start: time(one.startedAt),
      end: one.endedAt === null ? '' : time(one.endedAt),
    })),
  };
}

function inZone(zone: string | undefined) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    // Swedish writes dates and times as ISO does
    const formatter = new Intl.DateTimeFormat('sv-SE', { ...options, ...(zone && { timeZone: zone }) });
    return (ms: number) => formatter.format(new Date(ms));
  };
  return {
    date: format({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
  };
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const isDate = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Ends before it begins: then it ends on the day after. */
export const endsNextDay = ({ start, end }: BreakFields): boolean =>
  isTime(start) && isTime(end) && end < start;

/**
 * The correction as it is sent, or what is wrong with what was typed. Times stay wall-clock times: which moment they are in
 * the zone of the workplace, also on the night the clocks change, is for the server to say.
 */
export function correctionOf(
  fields: CorrectionFields,
  target: CorrectionTarget | null,
): CorrectionBody | { fault: CorrectionFault } {
  const { date, start, end, breaks, comment } = fields;
  if (!target) return { fault: 'bad_place' };
  if (!isDate(date)) return { fault: 'bad_date' };
  if (![start, end, ...breaks.flatMap((one) => [one.start, one.end])].every(isTime)) {
    return { fault: 'bad_time' };
  }
  if (start === end) return { fault: 'bad_end' };
  if (comment.trim() === '') return { fault: 'bad_comment' };
  const ends = endsNextDay({ start, end }) ? `1${end}` : `0${end}`;
  // a break before the start's time of day lies on the day after
  const mark = (time: string) => `${time < start ? 1 : 0}${time}`;
  const spans = breaks.map((one) => ({ from: mark(one.start), to: mark(one.end) }));
  if (spans.some(({ from, to }) => from >= to || to > ends)) return { fault: 'bad_break' };
  const moment = (marked: string) => `${marked.startsWith('1') ? dayAfter(date) : date}T${marked.slice(1)}`;
  return {
    target,
    startedAt: `${date}T${start}`,
    endedAt: moment(ends),
    breaks: spans.map(({ from, to }) => ({ startedAt: moment(from), endedAt: moment(to) })),
    comment: comment.trim(),
  };
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + NEXT_DAY_MS).toISOString().slice(0, 10);
