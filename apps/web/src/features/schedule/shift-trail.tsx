'use client';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { useFormat, useMe } from '@/features/shell/me';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';
import { ago } from './ago';
import { useMinute } from './use-minute';

/** What employees see of the shift while the plan says something else, and who changed the plan when. */
export function ShiftTrail({ shift, roster }: { shift: ShiftView; roster: RosterView }) {
  const format = useFormat();
  const { locations } = useMe();
  const t = useWords('planShift');
  const comma = useWords('app')('comma');
  const language = tagOf(useLocale());
  const now = useMinute();
  const { published } = shift;
  const place = published && locations.find((one) => one.id === published.locationId)?.name;
  return (
    <div className="grid gap-1 text-[13px] text-muted">
      {published && (
        <p>
          {t('employeesSee', {
            what: [
              published.employeeId === null
                ? t('open')
                : (roster.employees.find((one) => one.id === published.employeeId)?.name ??
                  t('somebodyElse')),
              format.shortDay(published.localDate),
              format.times(published.startsAt, published.endsAt, shift.zone),
              roster.positions.find((one) => one.id === published.positionId)?.name,
              published.locationId === shift.locationId ? undefined : place,
            ]
              .filter((part) => typeof part === 'string')
              .join(comma),
          })}
        </p>
      )}
      {shift.changedBy && (
        <p>
          {t('lastChanged', {
            name: shift.changedBy,
            when: ago(shift.changedAt, now, language, t('justNow')),
          })}
        </p>
      )}
    </div>
  );
}
