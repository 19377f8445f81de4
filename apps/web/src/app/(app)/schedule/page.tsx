import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { rosterResource, weekShiftsResource } from '@/features/schedule/resources';
import { Schedule } from '@/features/schedule/schedule';
import { loadView } from '@/features/schedule/view-params';
import { periodAround } from '@/features/schedule/week';
import { readCurrentLocation, readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('schedule'),
});

export default async function SchedulePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ permissions, organization, locations }, kept, view] = await Promise.all([
    readMe(),
    readCurrentLocation(),
    loadView(searchParams),
  ]);
  if (!permissions.includes('shift:read-draft')) redirect('/shifts');
  const location = locations.find((one) => one.id === view.location) ?? kept;
  const shown = location && periodAround(view.week, view.range, location.zone, organization.weekStart);
  const range = shown && { locationId: location.id, startDate: shown.startDate, endDate: shown.endDate };
  return (
    <PageWords of={['plan', 'grid', 'findings']}>
      <Prefetched resources={range ? [rosterResource(range), weekShiftsResource(range)] : []}>
        <Schedule />
      </Prefetched>
    </PageWords>
  );
}
