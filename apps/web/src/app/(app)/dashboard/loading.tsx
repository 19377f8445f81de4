'use client';
import { DashboardLoading } from '@/features/dashboard/dashboard-loading';
import { Page } from '@/features/shell/page';
import { useWords } from '@/lib/words';

export default function DashboardPageLoading() {
  const t = useWords('shell');
  return (
    <Page title={t('dashboard')} description={t('todayAndWeek')}>
      <DashboardLoading />
    </Page>
  );
}
