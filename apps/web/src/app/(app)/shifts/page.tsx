import { buttonVariants, EmptyState } from '@vaktplan/ui';
import { History, UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { CalendarCard } from '@/features/calendar/calendar-card';
import { ClockCard } from '@/features/clock/clock-card';
import { clockResource } from '@/features/clock/resources';
import { MyShifts } from '@/features/my-shifts/my-shifts';
import { myShiftsResource } from '@/features/my-shifts/resources';
import { positionsResource } from '@/features/organization/resources';
import { Page } from '@/features/shell/page';
import { OfflinePage } from '@/features/offline/offline-page';
import { localDateOf } from '@/lib/format';
import { readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';

export const metadata: Metadata = { title: 'My shifts' };

export default async function MyShiftsPage() {
  const { employeeId, organization } = await readMe();
  if (!employeeId) {
    return (
      <EmptyState
        asHeading
        className="flex-1"
        icon={<UserRound />}
        title="You have no shifts of your own"
        description="This account is not linked to an employee, so there is nothing to show or clock here."
      />
    );
  }
  const startDate = localDateOf(new Date(), organization.zone);
  const shifts = myShiftsResource(employeeId, startDate);
  return (
    <Prefetched resources={[clockResource, positionsResource, shifts]}>
      <OfflinePage path="/shifts" />
      <Page
        title="My shifts"
        description="Published shifts of the next four weeks"
        actions={
          <Link href="/schedule/history" className={buttonVariants({ variant: 'secondary' })}>
            <History /> How it was
          </Link>
        }
      >
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
          <div className="lg:sticky lg:top-20 lg:order-2">
            <ClockCard employeeId={employeeId} />
          </div>
          <div className="grid gap-5">
            <MyShifts employeeId={employeeId} startDate={startDate} />
            <CalendarCard />
          </div>
        </div>
      </Page>
    </Prefetched>
  );
}
