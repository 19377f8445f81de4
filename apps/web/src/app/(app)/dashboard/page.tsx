import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/features/dashboard/dashboard';
import { dashboardResource } from '@/features/dashboard/resources';
import { readCurrentLocation, readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('dashboard'),
});

export default async function DashboardPage() {
  const { permissions } = await readMe();
  if (!permissions.includes('time-entry:read')) redirect('/shifts');
  const location = await readCurrentLocation();
  return (
    <PageWords of={['dashboard']}>
      <Prefetched resources={location ? [dashboardResource(location.id)] : []}>
        <Dashboard />
      </Prefetched>
    </PageWords>
  );
}
