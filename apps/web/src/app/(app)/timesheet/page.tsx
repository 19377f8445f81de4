import { EmptyState } from '@vaktplan/ui';
import { UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import { PersonSheet } from '@/features/timesheets/person-sheet';
import { readMe } from '@/server/me';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('timesheet'),
});

export default async function MyHoursPage() {
  const { employeeId } = await readMe();
  const t = await readWords('timesheet');
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
  return (
    <PageWords of={['timesheet', 'hours', 'steps', 'lineFlags']}>
      <PersonSheet employeeId={employeeId} own />
    </PageWords>
  );
}
