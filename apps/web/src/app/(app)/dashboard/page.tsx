import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/features/dashboard/dashboard';
import { dashboardResource } from '@/features/dashboard/resources';
import { readCurrentLocation, readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function DashboardPage() {
  const { permissions } = await readMe();
  if (!permissions.includes('time-entry:read')) redirect('/shifts');
  const location = await readCurrentLocation();
  return (
    <Prefetched resources={location ? [dashboardResource(location.id)] : []}>
      <Dashboard />
    </Prefetched>
  );
}
