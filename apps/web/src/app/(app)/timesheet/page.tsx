import { EmptyState } from '@vaktplan/ui';
import { UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import { PersonSheet } from '@/features/timesheets/person-sheet';
import { readMe } from '@/server/me';

export const metadata: Metadata = { title: 'My hours' };

export default async function MyHoursPage() {
  const { employeeId } = await readMe();
  if (!employeeId) {
    return (
      <EmptyState
        asHeading
        className="flex-1"
        icon={<UserRound />}
        title="You have no hours of your own"
        description="This account is not linked to an employee, so there is nothing to show here."
      />
    );
  }
  return <PersonSheet employeeId={employeeId} own />;
}
