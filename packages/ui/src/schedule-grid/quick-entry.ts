import type { GridPosition } from './types.ts';

export type QuickEntry =
  | { ok: true; startMinutes: number; endMinutes: number; positionId: string | null }
  | { ok: false; error: string };

export interface QuickEntryOptions {
  positions: readonly Pick<GridPosition, 'id' | 'name'>[];
  /** Read "9-5" as nine to five in the afternoon. */
  hour12?: boolean | undefined;
}

/** Longer than this is far more often a slip ("9-5" for "9-17") than a shift. */
const LONGEST_MINUTES = 16 * 60;
const DAY = 1440;
const TIME = String.raw`(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?`;
const RANGE = new RegExp(String.raw`^${TIME}\s*(?:-|–|—|to)\s*${TIME}(?:\s+(.+))?$`, 'i');

/**
 * Reads a shift typed into a cell: `9-17 bar`, `22-6`, `9:30-17`, `0930-1700`, `9a-5p`. An end at or before the start
 * is on the next day. The word after the times is the beginning of a position's name.
 */
export function parseQuickEntry(text: string, options: QuickEntryOptions): QuickEntry {
  const typed = text.trim();
  if (!typed) return refuse('Type a start and an end, such as 9-17.');
  const match = RANGE.exec(typed);
  if (!match) return refuse(`“${typed}” is not a time range. Write it like 9-17 or 9:30-17 barista.`);
  const [, h1, m1, half1, h2, m2, half2, word] = match;
  const start = readTime(h1!, m1, half1);
  const end = readTime(h2!, m2, half2);
  if ('error' in start) return refuse(start.error);
  if ('error' in end) return refuse(end.error);
  const twelve = Boolean(half1 || half2 || options.hour12);
  const [startMinutes, endMinutes] = twelve ? readTwelve(start, end) : readTwentyFour(start, end);
  const length = endMinutes - startMinutes;
  if (length === 0) return refuse('Start and end are the same.');
  if (length > LONGEST_MINUTES) {
    const hours = Math.round(length / 6) / 10;
    return refuse(
      `That would last ${hours} hours. Write the end as 17 or 5p, or use the form for longer shifts.`,
    );
  }
  const position = word ? findPosition(word, options.positions) : { id: null };
  if ('error' in position) return refuse(position.error);
  return { ok: true, startMinutes, endMinutes, positionId: position.id };
}

const refuse = (error: string): QuickEntry => ({ ok: false, error });

interface ReadTime {
  minutes: number;
  /** Neither am nor pm was written and the hour could be either. */
  either: boolean;
}

function readTime(
  hours: string,
  minutes: string | undefined,
  half: string | undefined,
): ReadTime | { error: string } {
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  const shown = minutes ? `${hours}:${minutes}` : hours;
  if (minute > 59) return { error: `${shown} is not a time: minutes go to 59.` };
  if (half) {
    if (hour < 1 || hour > 12) return { error: `${shown} ${half}m is not a time.` };
    return { minutes: (hour % 12) * 60 + minute + (half.toLowerCase() === 'p' ? 720 : 0), either: false };
  }
  if (hour > 24 || (hour === 24 && minute > 0)) return { error: `${shown} is not a time: hours go to 24.` };
  return { minutes: hour * 60 + minute, either: hour >= 1 && hour <= 12 };
}

function readTwentyFour(start: ReadTime, end: ReadTime): [number, number] {
  if (start.minutes === end.minutes) return [start.minutes, end.minutes];
  return [start.minutes, end.minutes < start.minutes ? end.minutes + DAY : end.minutes];
}

/** The reading in which the shift is shortest; a start that stays open is in the morning from five on. */
function readTwelve(start: ReadTime, end: ReadTime): [number, number] {
  const starts = start.either && end.either ? [morningOrNoon(start.minutes)] : readings(start);
  let best: [number, number] | undefined;
  for (const from of starts) {
    for (const to of readings(end)) {
      const until = to <= from ? to + DAY : to;
      if (!best || until - from < best[1] - best[0]) best = [from, until];
    }
  }
  const [from, until] = best!;
  return until - from === DAY ? [from, from] : [from, until];
}

const readings = (time: ReadTime): number[] =>
  time.either ? [time.minutes % 720, (time.minutes % 720) + 720] : [time.minutes];

const morningOrNoon = (minutes: number): number => {
  const inHalf = minutes % 720;
  return inHalf >= 5 * 60 ? inHalf : inHalf + 720;
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

function findPosition(
  word: string,
  positions: QuickEntryOptions['positions'],
): { id: string } | { error: string } {
  const wanted = plain(word.trim());
  const exact = positions.find((position) => plain(position.name) === wanted);
  if (exact) return { id: exact.id };
  const fitting = positions.filter((position) => {
    const name = plain(position.name);
    return name.startsWith(wanted) || name.split(/\s+/).some((part) => part.startsWith(wanted));
  });
  if (fitting.length === 1) return { id: fitting[0]!.id };
  if (fitting.length === 0) return { error: `There is no position called “${word.trim()}”.` };
  const names = fitting.slice(0, 3).map((position) => position.name);
  return { error: `“${word.trim()}” could be ${names.join(' or ')}. Type a little more.` };
}
