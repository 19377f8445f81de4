'use client';
import type { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { Button, EmptyState } from '@vaktplan/ui';
import { MapPin } from 'lucide-react';
import Link from 'next/link';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useCurrentLocation } from '@/features/shell/current-location';
import { useFormat } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { AtWork } from './at-work';
import { DashboardLoading } from './dashboard-loading';
import { Figures } from './figures';
import { dashboardResource } from './resources';
import { Today } from './today';
import { WeekChart } from './week-chart';

const late = 60_000;

/** Today and this week at the chosen location; live. */
export function Dashboard() {
  const t = useWords('dashboard');
  const { location } = useCurrentLocation();
  if (!location) {
    return (
      <EmptyState
        asHeading
        className="flex-1"
        icon={<MapPin />}
        title={t('noLocation')}
        description={t('noLocationHint')}
        action={
          <Button asChild variant="primary">
            <Link href="/settings?tab=locations">{t('addLocation')}</Link>
          </Button>
        }
      />
    );
  }
  return <DashboardOf key={location.id} locationId={location.id} name={location.name} />;
}

function DashboardOf({ locationId, name }: { locationId: string; name: string }) {
  const format = useFormat();
  // being late is not announced by a signal, it comes with time
  const query = useResource(dashboardResource(locationId), { refetchInterval: late });
  useRefetchOn(
    ['shift:created', 'shift:updated', 'shift:deleted', 'schedule:published', 'time-entry:updated'],
    ['dashboard'],
  );
  return (
    <Page title={name} description={query.data ? format.longDay(query.data.date) : ' '}>
      <QueryRegion query={query} loading={<DashboardLoading />}>
        {(view) => <Body view={view} />}
      </QueryRegion>
    </Page>
  );
}

function Body({ view }: { view: DashboardView }) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <Figures view={view} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid grid-cols-1 gap-5">
          <AtWork view={view} />
          <WeekChart view={view} />
        </div>
        <Today view={view} />
      </div>
    </div>
  );
}
