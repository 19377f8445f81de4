import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Mails } from '@/features/developer/mails';
import { readMe } from '@/server/me';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('mails'))('title'),
});

export default async function MailPage() {
  const { developer, permissions } = await readMe();
  if (!developer || !permissions.includes('developer:read')) notFound();
  return (
    <PageWords of={['mails']}>
      <Mails />
    </PageWords>
  );
}
