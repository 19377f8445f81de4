'use client';
import { Card } from '@vaktplan/ui';
import { ClockLoading } from '@/features/clock/clock-loading';
import { ShiftsLoading } from '@/features/my-shifts/shifts-loading';
import { Page } from '@/features/shell/page';
import { useWords } from '@/lib/words';

export default function MyShiftsLoading() {
  const t = useWords('shell');
  return (
    <Page title={t('shifts')} description={t('shiftsLead')}>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Card className="lg:order-2">
          <ClockLoading />
        </Card>
        <Card>
          <ShiftsLoading />
        </Card>
      </div>
    </Page>
  );
}
