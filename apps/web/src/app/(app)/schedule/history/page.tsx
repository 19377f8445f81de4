import type { Metadata } from 'next';
import { ScheduleHistory } from '@/features/schedule-history/schedule-history';
import { Page } from '@/features/shell/page';

export const metadata: Metadata = { title: 'Schedule history' };

export default function ScheduleHistoryPage() {
  return (
    <Page title="Schedule history" description="What a person saw, at any past instant">
      <ScheduleHistory />
    </Page>
  );
}
