import { useGrid } from './grid-context.ts';
import type { GridFormat } from './grid-format.ts';
import type { GridShift, PublishedCopy } from './types.ts';

type Words = Pick<GridFormat, 'say' | 'list' | 'shortRange' | 'spokenRange' | 'shortDay' | 'weekday'>;

/** What employees still see of a shift that was changed, when that is another person, time or position. */
export const stillSeen = (shift: GridShift): PublishedCopy | null => {
  const { published: seen, state } = shift;
  if (state !== 'changed' || !seen) return null;
  const other = seen.otherPerson !== false || seen.date !== shift.date || !sameTimes(seen, shift);
  return other || seen.positionName !== shift.positionName ? seen : null;
};

const sameTimes = (a: Times, b: Times): boolean =>
  a.startMinutes === b.startMinutes && a.endMinutes === b.endMinutes;
type Times = Pick<PublishedCopy, 'startMinutes' | 'endMinutes'>;

/** The old times struck out, or whose and when it was. */
export function PublishedWords({ shift, seen }: { shift: GridShift; seen: PublishedCopy }) {
  const { format } = useGrid();
  return (
    // painted, not written: the chip's name says it in full, and a name must hold what is written as it stands there
    <s
      data-published={shortWords(shift, seen, format)}
      className="truncate text-[11px] leading-tight text-muted after:content-[attr(data-published)]"
    />
  );
}

function shortWords(shift: GridShift, was: PublishedCopy, format: Words): string {
  if (was.date === shift.date && !sameTimes(was, shift))
    return format.shortRange(was.startMinutes, was.endMinutes);
  if (was.date !== shift.date) return format.shortDay(was.date);
  if (was.otherPerson === false) return was.positionName ?? format.say('noPosition');
  return ownerWords(was, format, 'wasOpen');
}

const ownerWords = (was: PublishedCopy, { say }: Words, open: 'wasOpen' | 'anOpenShift'): string =>
  was.employeeName === null ? say(open) : was.employeeName || say('somebodyElse');

export const sayPublished = (was: PublishedCopy, format: Words): string =>
  format.list([
    ownerWords(was, format, 'anOpenShift'),
    `${format.weekday(was.date)} ${format.spokenRange(was.startMinutes, was.endMinutes)}`,
    ...(was.positionName ? [was.positionName] : []),
  ]);
