import { DashboardLoading } from '@/features/dashboard/dashboard-loading';
import { Page } from '@/features/shell/page';

export default function DashboardPageLoading() {
  return (
    <Page title="Dashboard" description="Today and this week">
      <DashboardLoading />
    </Page>
  );
}
