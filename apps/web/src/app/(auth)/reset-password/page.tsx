import { EmptyState, Button } from '@vaktplan/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ResetPasswordForm } from '@/features/account/password-forms';

export const metadata: Metadata = { title: 'Choose a new password' };

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
  const { token } = await searchParams;
  if (typeof token === 'string' && token) return <ResetPasswordForm token={token} />;
  return (
    <EmptyState
      asHeading
      title="This link is not complete"
      description="It has been used, has expired, or was cut off on its way. Ask for a new one."
      action={
        <Button asChild variant="primary">
          <Link href="/forgot-password">Ask for a new link</Link>
        </Button>
      }
    />
  );
}
