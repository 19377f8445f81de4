'use client';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import { Button, Card, EmptyState } from '@vaktplan/ui';
import { FileUp, SearchX, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { QueryRegion } from '@/lib/query-region';
import { useDebounced } from '@/lib/use-debounced';
import { useWords } from '@/lib/words';
import { DeactivateDialog } from './deactivate-dialog';
import { EmployeeSheet } from './employee-sheet';
import { EmployeesLoading } from './employees-loading';
import { EmployeeTable, type EmployeeAction } from './employee-table';
import { EmployeeFilters, useEmployeeFilters } from './filters';
import { ImportDialog } from './import-dialog';
import { InviteDialog } from './invite-dialog';
import { useEmployees } from './use-employees';
import { useReactivate } from './use-reactivate';

type Open = { what: 'add' } | { what: 'import' } | { what: EmployeeAction; employee: EmployeeView };

/** The people of the organisation: find, add, edit, invite, import, deactivate. */
export function Employees() {
  const t = useWords('people');
  const title = useWords('shell')('employees');
  const mayAdd = useMay('employee:create');
  const [open, setOpen] = useState<Open>();
  const reactivate = useReactivate();
  const close = () => setOpen(undefined);
  return (
    <Page
      title={title}
      actions={
        mayAdd && (
          <>
            <Button onClick={() => setOpen({ what: 'import' })}>
              <FileUp />
              {t('importCsv')}
            </Button>
            <Button variant="primary" onClick={() => setOpen({ what: 'add' })}>
              <UserPlus />
              {t('add')}
            </Button>
          </>
        )
      }
    >
      <Card aria-label={title}>
        <EmployeeFilters />
        <Results
          onAdd={mayAdd ? () => setOpen({ what: 'add' }) : undefined}
          onAction={(what, employee) =>
            what === 'reactivate' ? void reactivate(employee) : setOpen({ what, employee })
          }
        />
      </Card>
      {open?.what === 'add' && <EmployeeSheet onClose={close} />}
      {open?.what === 'import' && <ImportDialog onClose={close} />}
      {open?.what === 'edit' && <EmployeeSheet employee={open.employee} onClose={close} />}
      {open?.what === 'invite' && <InviteDialog employee={open.employee} onClose={close} />}
      {open?.what === 'deactivate' && <DeactivateDialog employee={open.employee} onClose={close} />}
    </Page>
  );
}

type ResultsProps = {
  onAdd?: () => void;
  onAction: (action: EmployeeAction, employee: EmployeeView) => void;
};

function Results({ onAdd, onAction }: ResultsProps) {
  const t = useWords('people');
  const [{ search, status, department }, setFilters] = useEmployeeFilters();
  const settled = useDebounced(search.trim(), 250);
  const isFiltered = Boolean(search || status || department);
  const query = useEmployees({
    search: settled || undefined,
    status: status ?? undefined,
    departmentId: department ?? undefined,
  });
  const nobody = isFiltered ? (
    <EmptyState
      icon={<SearchX />}
      title={t('nobody')}
      description={t('nobodyHint')}
      action={<Button onClick={() => void setFilters(null)}>{t('clear')}</Button>}
    />
  ) : (
    <EmptyState
      icon={<Users />}
      title={t('none')}
      description={t('noneHint')}
      action={
        onAdd && (
          <Button variant="primary" onClick={onAdd}>
            {t('add')}
          </Button>
        )
      }
    />
  );
  return (
    <QueryRegion
      query={query}
      loading={<EmployeesLoading />}
      empty={nobody}
      isEmpty={(data) => data.pages.every((page) => page.data.length === 0)}
    >
      {(data) => (
        <>
          <EmployeeTable employees={data.pages.flatMap((page) => page.data)} onAction={onAction} />
          {query.hasNextPage && (
            <div className="flex justify-center border-t border-border p-3">
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('showMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryRegion>
  );
}
