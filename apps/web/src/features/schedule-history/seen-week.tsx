'use client';
import type { AsSeenShift } from '@vaktplan/contracts/http/schedule-history';
import { Badge } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';

type SeenWeekProps = {
  days: readonly string[];
  shifts: readonly AsSeenShift[];
  kinds: ReadonlyMap<string, 'added' | 'changed' | 'removed'>;
};

/** The days as the person saw them, with what that publication had changed. */
export function SeenWeek({ days, shifts, kinds }: SeenWeekProps) {
  const format = useFormat();
  const t = useWords('planHistory');
  return (
    <ol className="divide-y divide-border">
      {days.map((date) => {
        const ofDay = shifts.filter((shift) => shift.localDate === date);
        return (
          <li key={date} className="grid gap-2 px-4 py-3 sm:grid-cols-[176px_1fr]">
            <h3 className="text-sm font-medium">{format.longDay(date)}</h3>
            {ofDay.length === 0 ? (
              <p className="text-[13px] text-muted">{t('nothing')}</p>
            ) : (
              <ul className="grid gap-2">
                {ofDay.map((shift) => (
                  <Seen key={shift.shiftId} shift={shift} kind={kinds.get(shift.shiftId)} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Seen({ shift, kind }: { shift: AsSeenShift; kind: 'added' | 'changed' | 'removed' | undefined }) {
  const format = useFormat();
  const t = useWords('planHistory');
  const pauses = shift.breaks.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold tabular-nums">
          {format.times(shift.startsAt, shift.endsAt, shift.zone)}
        </span>
        {shift.employeeId === null && <Badge>{t('open')}</Badge>}
        {kind === 'added' && <Badge tone="accent">{t('kind_added')}</Badge>}
        {kind === 'changed' && <Badge tone="warning">{t('kind_changed')}</Badge>}
      </p>
      <p className="text-[13px] text-muted">
        {[
          shift.positionName ?? shift.departmentName,
          shift.locationName,
          pauses > 0 ? t('break', { minutes: pauses }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {shift.notes && <p className="text-[13px] break-words">{shift.notes}</p>}
    </li>
  );
}
