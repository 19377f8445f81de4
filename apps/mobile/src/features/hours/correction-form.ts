import type { CorrectionBody, CorrectionTarget } from '../../sync/outbox-row';

import { momentsOf, wallOf } from './wall-moments';

/** `was`: the break that the fields were filled with. */
type BreakFields = { start: string; end: string; was?: KnownBreak };
/** Which of the two, on the night when an hour comes twice; null: not said. */
export type Fold = 'earlier' | 'later' | null;
/** What is filled in: a date, and times of day by the clock of the workplace. */
export type CorrectionFields = {
  date: string;
  start: string;
  end: string;
  startFold: Fold;
  endFold: Fold;
  breaks: BreakFields[];
  comment: string;
};
type Span = { startedAt: number; endedAt: number | null };
type KnownBreak = Span & { paid?: boolean };
type Known = Span & { breaks: KnownBreak[] };
export type CorrectionFault =
  | 'bad_date'
  | 'bad_time'
  | 'no_such_time'
  | 'which_time'
  | 'bad_end'
  | 'bad_break'
  | 'bad_comment'
  | 'bad_place';

const NEXT_DAY_MS = 86_400_000;

/** The hours as they are, to be changed. Whole minutes; without hours: empty, on the given date. */
export function fieldsOf(entry: Known | null, zone: string | undefined, today: string): CorrectionFields {
  const empty = { date: today, start: '', end: '', startFold: null, endFold: null, breaks: [], comment: '' };
  if (!entry) return empty;
  const time = (ms: number | null) => (ms === null ? '' : wallOf(ms, zone).slice(11));
  return {
    ...empty,
    date: wallOf(entry.startedAt, zone).slice(0, 10),
    start: time(entry.startedAt),
    end: time(entry.endedAt),
    startFold: foldOf(entry.startedAt, zone),
    endFold: foldOf(entry.endedAt, zone),
    breaks: entry.breaks.map((one) => ({ start: time(one.startedAt), end: time(one.endedAt), was: one })),
  };
}

function foldOf(ms: number | null, zone: string | undefined): Fold {
  if (ms === null) return null;
  const both = momentsOf(wallOf(ms, zone), zone);
  if (both.length < 2) return null;
  return ms < (both[1] ?? ms) ? 'earlier' : 'later';
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const isDate = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

type Clock = Pick<CorrectionFields, 'date' | 'start' | 'end' | 'startFold' | 'endFold'>;
export type CorrectionEnd = { name: 'start' | 'end'; wall: string; moments: number[]; at: number | null };

/** Start and end on the calendar: an end that is not after the start lies on the day after. Null: not filled in yet. */
export function endsOf(fields: Clock, zone: string | undefined): [CorrectionEnd, CorrectionEnd] | null {
  const { date, start, end } = fields;
  if (!isDate(date) || !isTime(start) || !isTime(end)) return null;
  const on = (name: 'start' | 'end', day: string): CorrectionEnd => {
    const wall = `${day}T${fields[name]}`;
    const moments = momentsOf(wall, zone);
    const fold = fields[`${name}Fold`];
    const at = moments.length < 2 ? moments[0] : fold && moments[fold === 'earlier' ? 0 : 1];
    return { name, wall, moments, at: at ?? null };
  };
  const from = on('start', date);
  const to = on('end', date);
  // both in the hour that comes twice: from its first time to its second
  const isSameDay = end >= start || (from.moments.length > 1 && to.moments.length > 1);
  return [from, isSameDay ? to : on('end', dayAfter(date))];
}

/** Ends before it begins: then it ends on the day after. */
export const endsNextDay = (fields: Clock, zone: string | undefined): boolean => {
  const ends = endsOf(fields, zone);
  return ends !== null && !ends[1].wall.startsWith(fields.date);
};

/**
 * The correction as it is sent, or what is wrong with what was filled in. Times stay wall-clock times of the workplace's
 * `zone`; on the night when an hour comes twice it is said which one is meant.
 */
export function correctionOf(
  fields: CorrectionFields,
  target: CorrectionTarget | null,
  zone: string | undefined,
): CorrectionBody | { fault: CorrectionFault } {
  const { date, start, breaks, comment } = fields;
  if (!target) return { fault: 'bad_place' };
  if (!isDate(date)) return { fault: 'bad_date' };
  const ends = endsOf(fields, zone);
  if (!ends || !breaks.flatMap((one) => [one.start, one.end]).every(isTime)) return { fault: 'bad_time' };
  const [from, to] = ends;
  if (ends.some(({ moments }) => moments.length === 0)) return { fault: 'no_such_time' };
  if (from.at === null || to.at === null) return { fault: 'which_time' };
  if (to.at <= from.at) return { fault: 'bad_end' };
  if (comment.trim() === '') return { fault: 'bad_comment' };
  // a break before the start's time of day lies on the day after
  const dayOf = (time: string) => (time < start ? dayAfter(date) : date);
  const spans = breaks.map((one) => ({
    startedAt: `${dayOf(one.start)}T${one.start}`,
    endedAt: `${dayOf(one.end)}T${one.end}`,
    was: one.was,
  }));
  const isOutside = ({ startedAt, endedAt }: (typeof spans)[number]) =>
    startedAt >= endedAt || endedAt > to.wall;
  if (spans.some(isOutside)) return { fault: 'bad_break' };
  return {
    target,
    startedAt: from.wall,
    endedAt: to.wall,
    ...(from.moments.length > 1 && fields.startFold && { startedAtFold: fields.startFold }),
    ...(to.moments.length > 1 && fields.endFold && { endedAtFold: fields.endFold }),
    breaks: spans.map(({ startedAt, endedAt, was }) => ({
      startedAt: asItWas(startedAt, was?.startedAt, zone),
      endedAt: asItWas(endedAt, was?.endedAt, zone),
      ...(was?.paid !== undefined && { paid: was.paid }),
    })),
    comment: comment.trim(),
  };
}

/** What nobody changed is the moment it was, also where its hour comes twice. */
const asItWas = (wall: string, was: number | null | undefined, zone: string | undefined): string =>
  typeof was === 'number' && wallOf(was, zone) === wall ? new Date(was).toISOString() : wall;

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + NEXT_DAY_MS).toISOString().slice(0, 10);
