'use client';
import type { TimesheetLine, TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { Button, EmptyState } from '@vaktplan/ui';
import { ClipboardList, History, Pencil } from 'lucide-react';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { Flags, OwnHours, StateBadge } from './words';

type LinesProps = {
  sheet: TimesheetView;
  own: boolean;
  onOpen: (open: { what: 'correct' | 'history' | 'propose'; line: TimesheetLine }) => void;
};

/** The entries of one sheet, by day. */
export function SheetLines({ sheet, own, onOpen }: LinesProps) {
  const format = useFormat();
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const comma = useWords('app')('comma');
  if (sheet.lines.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardList />}
        title={t('empty')}
        description={t(own ? 'emptyOwn' : 'emptyOther')}
      />
    );
  }
  return (
    <ol className="divide-y divide-border">
      {sheet.lines.map((line) => {
        const day = format.shortDay(line.localDate);
        return (
          <li key={line.id} className="flex items-center gap-x-2 px-4 py-3 sm:gap-x-4">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 sm:gap-x-3">
                <span className="font-medium">{day}</span>
                <span className="tabular-nums">
                  {line.countedEnd
                    ? format.times(line.countedStart, line.countedEnd, line.zone)
                    : `${format.time(line.countedStart, line.zone)} –`}
                </span>
                <span className="text-muted tabular-nums">{format.duration(line.countedMinutes)}</span>
                {line.days.length > 1 && (
                  <span className="text-[13px] text-muted tabular-nums">
                    {line.days
                      .map(
                        ({ localDate, minutes }) =>
                          `${format.shortDay(localDate)} ${format.duration(minutes)}`,
                      )
                      .join(comma)}
                  </span>
                )}
              </p>
              <p className="text-[13px] text-muted tabular-nums">
                {line.locationName}
                {line.shift &&
                  t('planned', { times: format.times(line.shift.startsAt, line.shift.endsAt, line.zone) })}
                {line.breakMinutes > 0 && t('breaks', { duration: format.duration(line.breakMinutes) })}
              </p>
              <span className="mt-1 flex flex-wrap gap-1">
                <StateBadge line={line} />
                <Flags flags={line.flags} />
              </span>
              {!own && <OwnHours line={line} />}
              {line.decision?.reason && (
                <p className="mt-1 text-[13px] break-words">“{line.decision.reason}”</p>
              )}
            </div>
            <div className="flex gap-1">
              {line.abilities.propose && !line.abilities.correct && (
                <Button
                  size="sm"
                  className="max-sm:size-8 max-sm:px-0"
                  aria-label={t('correctOf', { day })}
                  onClick={() => onOpen({ what: 'propose', line })}
                >
                  <Pencil />
                  <span className="max-sm:sr-only">{hours('correct')}</span>
                </Button>
              )}
              {line.abilities.correct && (
                <Button
                  size="sm"
                  className="max-sm:size-8 max-sm:px-0"
                  aria-label={t('correctOf', { day })}
                  onClick={() => onOpen({ what: 'correct', line })}
                >
                  <Pencil />
                  <span className="max-sm:sr-only">{hours('correct')}</span>
                </Button>
              )}
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={t('historyOf', { name: day })}
                onClick={() => onOpen({ what: 'history', line })}
              >
                <History />
              </Button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
