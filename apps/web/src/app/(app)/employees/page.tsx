import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Employees } from '@/features/employees/employees';
import { departmentsResource, locationsResource, positionsResource } from '@/features/organization/resources';
import { readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('employees'),
});

export default async function EmployeesPage() {
  const { permissions } = await readMe();
  if (!permissions.includes('employee:read')) redirect('/shifts');
  return (
    <Prefetched resources={[departmentsResource, locationsResource, positionsResource]}>
      <PageWords of={['people']}>
        <Employees />
      </PageWords>
    </Prefetched>
  );
}
