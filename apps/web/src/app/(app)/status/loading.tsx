'use client';
import { Page } from '@/features/shell/page';
import { StatusLoading } from '@/features/status/status-loading';
import { useWords } from '@/lib/words';

export default function StatusPageLoading() {
  const t = useWords('shell');
  return (
    <Page title={t('status')} description={t('statusLead')}>
      <StatusLoading />
    </Page>
  );
}
