'use client';
import { Button, NativeSelect, Segmented } from '@vaktplan/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { departmentsResource } from '@/features/organization/resources';
import { useFormat, useMe } from '@/features/shell/me';
import { addDays } from '@/lib/format';
import { useResource } from '@/lib/use-resource';
import type { Days } from './resources';
import { SHOWN, type Shown, type useTimesheetView } from './use-view';

const SHOWN_WORDS: Record<Shown, string> = {
  all: 'All entries',
  undecided: 'To approve',
  exceptions: 'With something to look at',
  approved: 'Approved',
};

type Props = { view: ReturnType<typeof useTimesheetView>; days: Days };

/** Which days, places and entries; all of it in the address. */
export function TimesheetToolbar({ view, days }: Props) {
  const format = useFormat();
  const { locations } = useMe();
  const departments = useResource(departmentsResource).data?.data ?? [];
  const ofPlace = departments.filter((one) => !view.location || one.locationId === view.location);
  const unit = view.span === 'week' ? 'week' : 'pay period';
  return (
    <div role="search" className="flex flex-wrap items-center gap-2 border-b border-border p-3">
      <div className="flex items-center gap-1 max-sm:w-full">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Previous ${unit}`}
          onClick={() => void view.setDate(addDays(days.startDate, -1))}
        >
          <ChevronLeft />
        </Button>
        <span className="min-w-32 text-center font-medium whitespace-nowrap max-sm:flex-1" aria-live="polite">
          {format.range(days.startDate, days.endDate)}
        </span>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Next ${unit}`}
          onClick={() => void view.setDate(addDays(days.endDate, 1))}
        >
          <ChevronRight />
        </Button>
      </div>
      <Segmented
        aria-label="Days shown"
        className="max-sm:w-full max-sm:*:flex-1 max-sm:*:justify-center"
        value={view.span}
        onValueChange={(span) => void view.set({ span })}
        options={[
          { value: 'week', label: 'Week' },
          { value: 'period', label: 'Pay period' },
        ]}
      />
      <span className="max-sm:min-w-[45%] max-sm:flex-1">
        <NativeSelect
          aria-label="Location"
          value={view.location ?? ''}
          onChange={(event) => void view.set({ location: event.target.value || null, department: null })}
        >
          <option value="">All locations</option>
          {locations.map((location) => (
            <option key={location.id} value={location.id}>
              {location.name}
            </option>
          ))}
        </NativeSelect>
      </span>
      <span className="max-sm:min-w-[45%] max-sm:flex-1">
        <NativeSelect
          aria-label="Department"
          value={view.department ?? ''}
          onChange={(event) => void view.set({ department: event.target.value || null })}
        >
          <option value="">All departments</option>
          {ofPlace.map((department) => (
            <option key={department.id} value={department.id}>
              {department.name}
            </option>
          ))}
        </NativeSelect>
      </span>
      <span className="max-sm:min-w-[45%] max-sm:flex-1">
        <NativeSelect
          aria-label="Entries shown"
          value={view.show}
          onChange={(event) =>
            void view.set({ show: SHOWN.find((one) => one === event.target.value) ?? 'all' })
          }
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {SHOWN_WORDS[one]}
            </option>
          ))}
        </NativeSelect>
      </span>
    </div>
  );
}
