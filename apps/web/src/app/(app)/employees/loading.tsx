import { Card } from '@vaktplan/ui';
import { EmployeesLoading } from '@/features/employees/employees-loading';
import { Page } from '@/features/shell/page';

export default function EmployeesPageLoading() {
  return (
    <Page title="Employees">
      <Card>
        <div className="h-15 border-b border-border" />
        <EmployeesLoading />
      </Card>
    </Page>
  );
}
