'use client';
import { Card } from '@vaktplan/ui';
import { Page } from '@/features/shell/page';
import { useWords } from '@/lib/words';
import { TimesheetsLoading } from '@/features/timesheets/timesheets-loading';

export default function Waiting() {
  const t = useWords('shell');
  return (
    <Page title={t('timesheets')} className="max-w-7xl">
      <Card>
        <TimesheetsLoading />
      </Card>
    </Page>
  );
}
