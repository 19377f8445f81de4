'use client';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';

const LENGTH = /^Lasts (.+) that night instead of (.+)\.$/;
const TWICE = /^(\S+) happens twice on (\S+); the earlier is taken\.$/;
const GAP = /^(\S+) does not exist on (\S+); it becomes (\S+)\.$/;

/** "7 h 30 min" -> 450. */
const minutesOf = (text: string): number => {
  const [, hours = 0, minutes = 0] = /^(?:(\d+) h)?\s?(?:(\d+) min)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

/** What a night of the clocks does to a shift, which the API says in English, in the language of the page. */
export function useClockWords(): (detail: string) => string {
  const t = useWords('planRepeat');
  const format = useFormat();
  return (detail) => {
    const [, length, wished] = LENGTH.exec(detail) ?? [];
    if (length && wished) {
      const [is, was] = [length, wished].map((text) => format.duration(minutesOf(text)));
      return t('clock_length', { length: is ?? length, wished: was ?? wished });
    }
    const [, twice, day] = TWICE.exec(detail) ?? [];
    if (twice && day) return t('clock_twice', { time: twice, date: day });
    const [, time, date, later] = GAP.exec(detail) ?? [];
    return time && date && later ? t('clock_gap', { time, date, later }) : detail;
  };
}
