'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { NativeSelect, onDemand } from '@vaktplan/ui';
import { SlidersHorizontal } from 'lucide-react';
import { useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import type { ChangeView, View } from './use-view';

type ViewPickerProps = { view: View; roster: RosterView; onView: ChangeView };

const Filters = onDemand<ViewPickerProps>(() => import('./view-filters'));

/** How long a period, what the rows are, and which of them. */
export function ViewPicker({ view, roster, onView }: ViewPickerProps) {
  const { locations } = useMe();
  const t = useWords('plan');
  const filters = view.departments.length + view.positions.length;
  return (
    <>
      <div className="flex shrink-0 items-center gap-1 max-md:hidden 2xl:gap-2 [&_select]:max-2xl:pe-7 [&_select]:max-2xl:ps-2 [&_select]:max-2xl:text-[13px] [&_svg]:max-2xl:end-1.5">
        <NativeSelect
          aria-label={t('period')}
          value={view.range}
          onChange={(event) => onView({ range: event.target.value as View['range'] })}
        >
          <option value="day">{t('range_day')}</option>
          <option value="week">{t('range_week')}</option>
          <option value="twoWeeks">{t('range_twoWeeks')}</option>
          <option value="month">{t('range_month')}</option>
        </NativeSelect>
        <NativeSelect
          aria-label={t('rows')}
          value={view.rows}
          onChange={(event) => onView({ rows: event.target.value as View['rows'] })}
        >
          <option value="employee">{t('rows_employee')}</option>
          <option value="position">{t('rows_position')}</option>
          {locations.length > 1 && <option value="location">{t('rows_location')}</option>}
        </NativeSelect>
      </div>
      <Filters
        view={view}
        roster={roster}
        onView={onView}
        button={{
          variant: 'ghost',
          'aria-label': filters > 0 ? t('filtersSet', { count: filters }) : t('filters'),
          children: (
            <>
              <SlidersHorizontal />
              {filters > 0 && <span className="text-xs tabular-nums">{filters}</span>}
            </>
          ),
        }}
      />
    </>
  );
}
