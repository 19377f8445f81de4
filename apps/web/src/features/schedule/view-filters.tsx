'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, Checkbox, Popover, PopoverContent, PopoverTrigger, Segmented } from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import type { ChangeView, View } from './use-view';

type ViewFiltersProps = { view: View; roster: RosterView; onView: ChangeView };

/** The filters under their button. */
export default function FiltersPopover({ trigger, ...props }: ViewFiltersProps & { trigger: ReactNode }) {
  const t = useWords('plan');
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent aria-label={t('filters')} align="end">
        <ViewFilters {...props} />
      </PopoverContent>
    </Popover>
  );
}

/** Departments, positions and density: what the link keeps beside the period. */
function ViewFilters({ view, roster, onView }: ViewFiltersProps) {
  const { locations } = useMe();
  const t = useWords('plan');
  const filtered = view.departments.length + view.positions.length > 0;
  return (
    <div className="grid max-h-[70dvh] gap-4 overflow-y-auto p-4">
      {roster.departments.length > 1 && (
        <Choices
          title={t('departments')}
          options={roster.departments}
          chosen={view.departments}
          onChange={(departments) => onView({ departments })}
        />
      )}
      {roster.positions.length > 0 && (
        <Choices
          title={t('positions')}
          options={roster.positions}
          chosen={view.positions}
          onChange={(positions) => onView({ positions })}
        />
      )}
      {locations.length > 1 && (
        // what a list of one day has of the rows that wider screens choose
        <div className="grid gap-1.5 md:hidden">
          <span className="text-[13px] font-medium">{t('locations')}</span>
          <Segmented
            aria-label={t('locations')}
            value={view.rows === 'location' ? 'location' : 'employee'}
            onValueChange={(rows) => onView({ rows })}
            options={[
              { value: 'employee', label: t('locations_this') },
              { value: 'location', label: t('locations_all') },
            ]}
          />
        </div>
      )}
      <div className="grid gap-1.5 max-md:hidden">
        <span className="text-[13px] font-medium">{t('rowHeight')}</span>
        <Segmented
          aria-label={t('rowHeight')}
          value={view.density}
          onValueChange={(density) => onView({ density })}
          options={[
            { value: 'comfortable', label: t('comfortable') },
            { value: 'compact', label: t('compact') },
          ]}
        />
      </div>
      {filtered && (
        <Button onClick={() => onView({ departments: [], positions: [] })}>{t('clearFilters')}</Button>
      )}
    </div>
  );
}

type ChoicesProps = {
  title: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

function Choices({ title, options, chosen, onChange }: ChoicesProps) {
  const toggle = (one: string) =>
    onChange(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-[13px] font-medium">{title}</legend>
      {options.map((option) => (
        <Checkbox
          key={option.id}
          label={option.name}
          checked={chosen.includes(option.id)}
          onCheckedChange={() => toggle(option.id)}
        />
      ))}
    </fieldset>
  );
}
