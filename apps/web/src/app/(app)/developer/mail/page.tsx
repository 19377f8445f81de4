import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Mails } from '@/features/developer/mails';
import { readMe } from '@/server/me';

export const metadata: Metadata = { title: 'Mail' };

export default async function MailPage() {
  const { developer, permissions } = await readMe();
  if (!developer || !permissions.includes('developer:read')) notFound();
  return <Mails />;
}
