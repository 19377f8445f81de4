import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PersonSheet } from '@/features/timesheets/person-sheet';
import { readMe } from '@/server/me';

export const metadata: Metadata = { title: 'Timesheet' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default async function PersonSheetPage({ params }: { params: Promise<{ employeeId: string }> }) {
  const { employeeId } = await params;
  if (!UUID.test(employeeId)) notFound();
  const me = await readMe();
  return <PersonSheet employeeId={employeeId} own={me.employeeId === employeeId} />;
}
