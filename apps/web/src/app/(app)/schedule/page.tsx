import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { rosterResource, weekShiftsResource } from '@/features/schedule/resources';
import { Schedule } from '@/features/schedule/schedule';
import { weekAround } from '@/features/schedule/week';
import { readCurrentLocation, readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';

export const metadata: Metadata = { title: 'Schedule' };

export default async function SchedulePage({
  searchParams,
}: {
  searchParams: Promise<{ week?: string | string[] }>;
}) {
  const [{ permissions, organization }, location, { week }] = await Promise.all([
    readMe(),
    readCurrentLocation(),
    searchParams,
  ]);
  if (!permissions.includes('shift:read-draft')) redirect('/shifts');
  const shown =
    location && weekAround(typeof week === 'string' ? week : null, location.zone, organization.weekStart);
  const range = shown && { locationId: location.id, startDate: shown.startDate, endDate: shown.endDate };
  return (
    <Prefetched resources={range ? [rosterResource(range), weekShiftsResource(range)] : []}>
      <Schedule />
    </Prefetched>
  );
}
