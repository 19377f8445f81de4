'use client';
import { Card } from '@vaktplan/ui';
import { EmployeesLoading } from '@/features/employees/employees-loading';
import { Page } from '@/features/shell/page';
import { useWords } from '@/lib/words';

export default function EmployeesPageLoading() {
  const t = useWords('shell');
  return (
    <Page title={t('employees')}>
      <Card>
        <div className="h-15 border-b border-border" />
        <EmployeesLoading />
      </Card>
    </Page>
  );
}
