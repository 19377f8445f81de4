import { EmptyState, Button } from '@vaktplan/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ResetPasswordForm } from '@/features/account/password-forms';
import { readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('account'))('choosePassword'),
});

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
  const { token } = await searchParams;
  const t = await readWords('account');
  if (typeof token === 'string' && token) return <ResetPasswordForm token={token} />;
  return (
    <EmptyState
      asHeading
      title={t('linkNotComplete')}
      description={t('linkNotCompleteHint')}
      action={
        <Button asChild variant="primary">
          <Link href="/forgot-password">{t('newLink')}</Link>
        </Button>
      }
    />
  );
}
