import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { departmentsResource } from '@/features/organization/resources';
import { adjustmentsResource } from '@/features/timesheets/resources';
import { Timesheets } from '@/features/timesheets/timesheets';
import { readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('timesheets'),
});

export default async function TimesheetsPage() {
  const { permissions } = await readMe();
  if (!permissions.includes('timesheet:approve')) redirect('/timesheet');
  return (
    <PageWords of={['timesheets', 'timesheet', 'stray', 'hours', 'steps', 'lineFlags']}>
      <Prefetched resources={[departmentsResource, adjustmentsResource]}>
        <Timesheets />
      </Prefetched>
    </PageWords>
  );
}
