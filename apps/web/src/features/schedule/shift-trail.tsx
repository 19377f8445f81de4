'use client';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { useFormat, useMe } from '@/features/shell/me';
import { interfaceLocale } from '@/lib/format';
import { ago } from './ago';
import { useMinute } from './use-minute';

/** What employees see of the shift while the plan says something else, and who changed the plan when. */
export function ShiftTrail({ shift, roster }: { shift: ShiftView; roster: RosterView }) {
  const format = useFormat();
  const { organization, locations } = useMe();
  const now = useMinute();
  const { published } = shift;
  const place = published && locations.find((one) => one.id === published.locationId)?.name;
  return (
    <div className="grid gap-1 text-[13px] text-muted">
      {published && (
        <p>
          Employees see:{' '}
          {[
            published.employeeId === null
              ? 'open'
              : (roster.employees.find((one) => one.id === published.employeeId)?.name ?? 'somebody else'),
            format.shortDay(published.localDate),
            format.times(published.startsAt, published.endsAt, shift.zone),
            roster.positions.find((one) => one.id === published.positionId)?.name,
            published.locationId === shift.locationId ? undefined : place,
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {shift.changedBy && (
        <p>
          Last changed by {shift.changedBy}, {ago(shift.changedAt, now, interfaceLocale(organization.locale))}
        </p>
      )}
    </div>
  );
}
