import type { GridSay } from './grid-words.ts';
import type { GridPosition } from './types.ts';

export type QuickEntry =
  | { ok: true; startMinutes: number; endMinutes: number; positionId: string | null }
  | { ok: false; error: string };

export interface QuickEntryOptions {
  positions: readonly Pick<GridPosition, 'id' | 'name'>[];
  /** Read "9-5" as nine to five in the afternoon. */
  hour12?: boolean | undefined;
  /** For what is wrong with it. */
  say: GridSay;
}

/** What a new shift may be for when nobody says so. */
export interface PositionHints {
  /** Of the section it is made in. */
  section: string | undefined;
  /** Held in the days shown by whom it is for. */
  held: readonly string[];
  /** Of the shift made last. */
  last: string | null | undefined;
}

/**
 * The position of a new shift for which none is typed: its section's, else the only one its person holds in the days shown,
 * else the one used last, unless the person holds others.
 */
export function impliedPosition({ section, held, last }: PositionHints): string | null {
  if (section !== undefined) return section;
  if (held.length === 1) return held[0]!;
  return last && (held.length === 0 || held.includes(last)) ? last : null;
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
  const { say } = options;
  const typed = latinDigits(text.trim());
  if (!typed) return refuse(say('entry_empty'));
  const match = RANGE.exec(typed);
  if (!match) return refuse(say('entry_form', { typed }));
  const [, h1, m1, half1, h2, m2, half2, word] = match;
  const start = readTime(h1!, m1, half1, say);
  const end = readTime(h2!, m2, half2, say);
  if ('error' in start) return refuse(start.error);
  if ('error' in end) return refuse(end.error);
  const twelve = Boolean(half1 || half2 || options.hour12);
  const [startMinutes, endMinutes] = twelve ? readTwelve(start, end) : readTwentyFour(start, end);
  const length = endMinutes - startMinutes;
  if (length === 0) return refuse(say('entry_same'));
  if (length > LONGEST_MINUTES) {
    const hours = Math.round(length / 6) / 10;
    return refuse(say('entry_long', { hours }));
  }
  const position = word ? findPosition(word, options) : { id: null };
  if ('error' in position) return refuse(position.error);
  return { ok: true, startMinutes, endMinutes, positionId: position.id };
}

/** An Arabic keyboard types its own. */
const latinDigits = (text: string): string =>
  text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

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
  say: GridSay,
): ReadTime | { error: string } {
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  const shown = minutes ? `${hours}:${minutes}` : hours;
  if (minute > 59) return { error: say('entry_minutes', { time: shown }) };
  if (half) {
    if (hour < 1 || hour > 12) return { error: say('entry_time', { time: `${shown} ${half}m` }) };
    return { minutes: (hour % 12) * 60 + minute + (half.toLowerCase() === 'p' ? 720 : 0), either: false };
  }
  if (hour > 24 || (hour === 24 && minute > 0)) return { error: say('entry_hours', { time: shown }) };
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
  { positions, say }: QuickEntryOptions,
): { id: string } | { error: string } {
  const wanted = plain(word.trim());
  const exact = positions.find((position) => plain(position.name) === wanted);
  if (exact) return { id: exact.id };
  const fitting = positions.filter((position) => {
    const name = plain(position.name);
    return name.startsWith(wanted) || name.split(/\s+/).some((part) => part.startsWith(wanted));
  });
  if (fitting.length === 1) return { id: fitting[0]!.id };
  if (fitting.length === 0) return { error: say('entry_noPosition', { word: word.trim() }) };
  const names = fitting.slice(0, 3).map((position) => position.name);
  const either = names.reduce((a, b) => say('or', { a, b }));
  return { error: say('entry_ambiguous', { word: word.trim(), names: either }) };
}
