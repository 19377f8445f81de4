import type { Metadata } from 'next';
import { ScheduleHistory } from '@/features/schedule-history/schedule-history';
import { Page } from '@/features/shell/page';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('planHistory'))('title'),
});

export default async function ScheduleHistoryPage() {
  const t = await readWords('planHistory');
  return (
    <PageWords of={['planHistory', 'planPublish']}>
      <Page title={t('title')} description={t('lead')}>
        <ScheduleHistory />
      </Page>
    </PageWords>
  );
}
