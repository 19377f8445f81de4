import { useGrid } from './grid-context.ts';
import type { GridFormat } from './grid-format.ts';
import type { GridShift, PublishedCopy } from './types.ts';

/** What employees still see of a shift that was changed: the old times struck out, or whose and when it was. */
export function PublishedWords({ shift }: { shift: GridShift }) {
  const { format } = useGrid();
  const { published } = shift;
  if (!published || shift.state !== 'changed') return null;
  return (
    <>
      <span aria-hidden="true" data-published="" className="truncate text-[11px] leading-tight text-muted">
        {shortWords(shift, published, format)}
      </span>
      <span className="sr-only">, employees see {longWords(published, format)}</span>
    </>
  );
}

type Words = Pick<GridFormat, 'range' | 'spokenRange' | 'shortDay' | 'weekday'>;

function shortWords(shift: GridShift, was: PublishedCopy, format: Words) {
  const sameTimes = was.startMinutes === shift.startMinutes && was.endMinutes === shift.endMinutes;
  if (was.date === shift.date && !sameTimes) return <s>{format.range(was.startMinutes, was.endMinutes)}</s>;
  if (was.date !== shift.date) return <s>{format.shortDay(was.date)}</s>;
  return <s>{was.employeeName ?? 'open'}</s>;
}

const longWords = (was: PublishedCopy, format: Words): string =>
  [
    was.employeeName ?? 'an open shift',
    `${format.weekday(was.date)} ${format.spokenRange(was.startMinutes, was.endMinutes)}`,
    ...(was.positionName ? [was.positionName] : []),
  ].join(', ');
