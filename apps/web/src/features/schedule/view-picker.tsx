'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { NativeSelect, onDemand } from '@vaktplan/ui';
import { SlidersHorizontal } from 'lucide-react';
import { useMe } from '@/features/shell/me';
import type { ChangeView, View } from './use-view';

type ViewPickerProps = { view: View; roster: RosterView; onView: ChangeView };

const Filters = onDemand<ViewPickerProps>(() => import('./view-filters'));

/** How long a period, what the rows are, and which of them. */
export function ViewPicker({ view, roster, onView }: ViewPickerProps) {
  const { locations } = useMe();
  const filters = view.departments.length + view.positions.length;
  return (
    <>
      <div className="flex items-center gap-1 max-md:hidden 2xl:gap-2 [&_select]:max-2xl:pr-7 [&_select]:max-2xl:pl-2 [&_select]:max-2xl:text-[13px] [&_svg]:max-2xl:right-1.5">
        <NativeSelect
          aria-label="Period"
          value={view.range}
          onChange={(event) => onView({ range: event.target.value as View['range'] })}
        >
          <option value="day">Day</option>
          <option value="week">Week</option>
          <option value="twoWeeks">Two weeks</option>
          <option value="month">Month</option>
        </NativeSelect>
        <NativeSelect
          aria-label="Rows"
          value={view.rows}
          onChange={(event) => onView({ rows: event.target.value as View['rows'] })}
        >
          <option value="employee">By person</option>
          <option value="position">By position</option>
          {locations.length > 1 && <option value="location">By location</option>}
        </NativeSelect>
      </div>
      <Filters
        view={view}
        roster={roster}
        onView={onView}
        button={{
          variant: 'ghost',
          'aria-label': filters > 0 ? `Filters, ${filters} set` : 'Filters',
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
