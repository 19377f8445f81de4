import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PersonSheet } from '@/features/timesheets/person-sheet';
import { readMe } from '@/server/me';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('timesheet'))('title'),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default async function PersonSheetPage({ params }: { params: Promise<{ employeeId: string }> }) {
  const { employeeId } = await params;
  if (!UUID.test(employeeId)) notFound();
  const me = await readMe();
  return (
    <PageWords of={['timesheet', 'hours', 'steps', 'lineFlags']}>
      <PersonSheet employeeId={employeeId} own={me.employeeId === employeeId} />
    </PageWords>
  );
}
