import { useGrid } from './grid-context.ts';
import type { GridFormat } from './grid-format.ts';
import type { GridShift, PublishedCopy } from './types.ts';

type Words = Pick<GridFormat, 'range' | 'spokenRange' | 'shortDay' | 'weekday'>;

/** What employees still see of a shift that was changed, when they see something else. */
export const stillSeen = ({ published, state }: GridShift): PublishedCopy | null =>
  state === 'changed' ? (published ?? null) : null;

/** The old times struck out, or whose and when it was. */
export function PublishedWords({ shift, seen }: { shift: GridShift; seen: PublishedCopy }) {
  const { format } = useGrid();
  return (
    <s aria-hidden="true" data-published="" className="truncate text-[11px] leading-tight text-muted">
      {shortWords(shift, seen, format)}
    </s>
  );
}

function shortWords(shift: GridShift, was: PublishedCopy, format: Words): string {
  const sameTimes = was.startMinutes === shift.startMinutes && was.endMinutes === shift.endMinutes;
  if (was.date === shift.date && !sameTimes) return format.range(was.startMinutes, was.endMinutes);
  if (was.date !== shift.date) return format.shortDay(was.date);
  return was.employeeName ?? 'open';
}

export const sayPublished = (was: PublishedCopy, format: Words): string =>
  [
    was.employeeName ?? 'an open shift',
    `${format.weekday(was.date)} ${format.spokenRange(was.startMinutes, was.endMinutes)}`,
    ...(was.positionName ? [was.positionName] : []),
  ].join(', ');
