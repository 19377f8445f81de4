import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { OrganizationStep } from '@/features/account/organization-step';
import { hasSession } from '@/server/session';

export const metadata: Metadata = { title: 'Your organisation' };

export default async function OrganizationPage() {
  const received = await headers();
  if (!hasSession(received.get('cookie'))) redirect('/sign-up');
  return <OrganizationStep />;
}
