'use client';
import { EmployeeStatus } from '@vaktplan/contracts/http/employees';
import { Input, NativeSelect } from '@vaktplan/ui';
import { Search } from 'lucide-react';
import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { departmentsResource, locationsResource } from '@/features/organization/resources';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';

const typingMs = 250;

/** Search, state and department, kept in the address. */
export const useEmployeeFilters = () =>
  useQueryStates(
    {
      search: parseAsString.withDefault('').withOptions({ limitUrlUpdates: debounce(typingMs) }),
      status: parseAsStringLiteral(EmployeeStatus.options),
      department: parseAsString,
    },
    { history: 'replace' },
  );

export function EmployeeFilters() {
  const t = useWords('people');
  const [filters, setFilters] = useEmployeeFilters();
  const departments = useResource(departmentsResource).data?.data ?? [];
  const locations = useResource(locationsResource).data?.data ?? [];
  return (
    <div role="search" className="flex flex-wrap gap-2 border-b border-border p-3">
      <span className="relative min-w-52 flex-1 max-sm:basis-full">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 start-3 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={filters.search}
          maxLength={100}
          onChange={(event) => void setFilters({ search: event.target.value || null })}
          className="ps-9"
        />
      </span>
      <span className="max-sm:flex-1">
        <NativeSelect
          aria-label={t('state')}
          value={filters.status ?? ''}
          onChange={(event) => {
            const status = EmployeeStatus.safeParse(event.target.value);
            void setFilters({ status: status.success ? status.data : null });
          }}
        >
          <option value="">{t('allStates')}</option>
          {EmployeeStatus.options.map((status) => (
            <option key={status} value={status}>
              {t(`state_${status}`)}
            </option>
          ))}
        </NativeSelect>
      </span>
      <span className="max-sm:flex-1">
        <NativeSelect
          aria-label={t('department')}
          value={filters.department ?? ''}
          onChange={(event) => void setFilters({ department: event.target.value || null })}
        >
          <option value="">{t('allDepartments')}</option>
          {locations.map((location) => (
            <optgroup key={location.id} label={location.name}>
              {departments
                .filter((department) => department.locationId === location.id)
                .map((department) => (
                  <option key={department.id} value={department.id}>
                    {department.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </NativeSelect>
      </span>
    </div>
  );
}
