import { Card } from '@vaktplan/ui';
import { ClockLoading } from '@/features/clock/clock-loading';
import { ShiftsLoading } from '@/features/my-shifts/shifts-loading';
import { Page } from '@/features/shell/page';

export default function MyShiftsLoading() {
  return (
    <Page title="My shifts" description="Published shifts of the next four weeks">
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
