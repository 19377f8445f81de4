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
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('shifts'),
});

export default async function MyShiftsPage() {
  const [{ employeeId, organization }, t, shell] = await Promise.all([
    readMe(),
    readWords('myShifts'),
    readWords('shell'),
  ]);
  if (!employeeId) {
    return (
      <EmptyState
        asHeading
        className="flex-1"
        icon={<UserRound />}
        title={t('none')}
        description={t('noneHint')}
      />
    );
  }
  const startDate = localDateOf(new Date(), organization.zone);
  const shifts = myShiftsResource(employeeId, startDate);
  return (
    <PageWords of={['clock', 'punch', 'flags', 'myShifts', 'schedule', 'calendar']}>
      <Prefetched resources={[clockResource, positionsResource, shifts]}>
        <OfflinePage path="/shifts" />
        <Page
          title={shell('shifts')}
          description={shell('shiftsLead')}
          actions={
            <Link href="/schedule/history" className={buttonVariants({ variant: 'secondary' })}>
              <History /> {t('history')}
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
    </PageWords>
  );
}
