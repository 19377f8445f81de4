import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { OrganizationStep } from '@/features/account/organization-step';
import { hasSession } from '@/server/session';
import { readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('account'))('organizationTitle'),
});

export default async function OrganizationPage() {
  const received = await headers();
  if (!hasSession(received.get('cookie'))) redirect('/sign-up');
  return <OrganizationStep />;
}
