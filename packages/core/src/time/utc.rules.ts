const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** '00' to '59'. */
const TWO = Array.from({ length: 60 }, (_, nr) => String(nr).padStart(2, '0'));

/** Nearly all moments that are printed one after the other are of one day. */
let lastDay = Number.NaN;
let lastDate = '';

/** Milliseconds since the epoch -> the calendar day in UTC, ISO. Throws RangeError for what no Date can hold. */
export function utcDateOf(ms: number): string {
  const day = Math.floor(Math.trunc(ms) / DAY);
  if (day !== lastDay) {
    const text = new Date(ms).toISOString();
    lastDate = text.slice(0, text.indexOf('T'));
    lastDay = day;
  }
  return lastDate;
}

/**
 * Milliseconds since the epoch as ISO text in UTC, with no more digits of the second than it has. Throws RangeError for what
 * no Date can hold. By hand: a tap tells ten moments of one day, and `toISOString` alone was a thirtieth of its work.
 */
export function instantOf(ms: number): string {
  const date = utcDateOf(ms);
  const whole = Math.trunc(ms);
  const at = whole - Math.floor(whole / DAY) * DAY;
  const seconds = Math.floor(at / SECOND);
  const minutes = Math.floor(seconds / 60);
  const time = `${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}`;
  const rest = at - seconds * SECOND;
  return rest === 0 ? `${date}T${time}Z` : `${date}T${time}.${fraction(rest)}Z`;
}

function fraction(milliseconds: number): string {
  const digits = String(milliseconds).padStart(3, '0');
  return milliseconds % 10 === 0 ? digits.replace(/0+$/, '') : digits;
}
