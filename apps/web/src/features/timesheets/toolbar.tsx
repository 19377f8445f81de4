'use client';
import { Button, NativeSelect, Segmented } from '@vaktplan/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { departmentsResource } from '@/features/organization/resources';
import { useFormat, useMe } from '@/features/shell/me';
import { addDays } from '@/lib/format';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import type { Days } from './resources';
import { SHOWN, type useTimesheetView } from './use-view';

type Props = { view: ReturnType<typeof useTimesheetView>; days: Days };

/** Which days, places and entries; all of it in the address. */
export function TimesheetToolbar({ view, days }: Props) {
  const t = useWords('timesheets');
  const sheet = useWords('timesheet');
  const shell = useWords('shell');
  const format = useFormat();
  const { locations } = useMe();
  const departments = useResource(departmentsResource).data?.data ?? [];
  const ofPlace = departments.filter((one) => !view.location || one.locationId === view.location);
  const byWeek = view.span === 'week';
  return (
    <div role="search" className="flex flex-wrap items-center gap-2 border-b border-border p-3">
      <div className="flex items-center gap-1 max-sm:w-full">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={byWeek ? t('previousWeek') : sheet('previous')}
          onClick={() => void view.setDate(addDays(days.startDate, -1))}
        >
          <ChevronLeft className="rtl:-scale-x-100" />
        </Button>
        <span className="min-w-32 text-center font-medium whitespace-nowrap max-sm:flex-1" aria-live="polite">
          {format.range(days.startDate, days.endDate)}
        </span>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={byWeek ? t('nextWeek') : sheet('next')}
          onClick={() => void view.setDate(addDays(days.endDate, 1))}
        >
          <ChevronRight className="rtl:-scale-x-100" />
        </Button>
      </div>
      <Segmented
        aria-label={t('daysShown')}
        className="max-sm:w-full max-sm:*:flex-1 max-sm:*:justify-center"
        value={view.span}
        onValueChange={(span) => void view.set({ span })}
        options={[
          { value: 'week', label: t('week') },
          { value: 'period', label: t('payPeriod') },
        ]}
      />
      <span className="max-sm:min-w-[45%] max-sm:flex-1">
        <NativeSelect
          aria-label={shell('location')}
          value={view.location ?? ''}
          onChange={(event) => void view.set({ location: event.target.value || null, department: null })}
        >
          <option value="">{t('allLocations')}</option>
          {locations.map((location) => (
            <option key={location.id} value={location.id}>
              {location.name}
            </option>
          ))}
        </NativeSelect>
      </span>
      <span className="max-sm:min-w-[45%] max-sm:flex-1">
        <NativeSelect
          aria-label={t('department')}
          value={view.department ?? ''}
          onChange={(event) => void view.set({ department: event.target.value || null })}
        >
          <option value="">{t('allDepartments')}</option>
          {ofPlace.map((department) => (
            <option key={department.id} value={department.id}>
              {department.name}
            </option>
          ))}
        </NativeSelect>
      </span>
      <span className="max-sm:min-w-[45%] max-sm:flex-1">
        <NativeSelect
          aria-label={t('entriesShown')}
          value={view.show}
          onChange={(event) =>
            void view.set({ show: SHOWN.find((one) => one === event.target.value) ?? 'all' })
          }
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {t(`show_${one}`)}
            </option>
          ))}
        </NativeSelect>
      </span>
    </div>
  );
}
