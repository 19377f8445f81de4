import { getGetInvitationsUrl } from '@vaktplan/api-client';
import { InvitationView } from '@vaktplan/contracts/http/employees';
import { Button, EmptyState } from '@vaktplan/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AcceptInvitationForm } from '@/features/account/accept-invitation-form';
import { ProblemText } from '@/lib/problem-text';
import { asProblem } from '@/lib/problem';
import { resource } from '@/lib/resource';
import { readFromApi } from '@/server/api';
import { readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('account'))('invitation'),
  robots: { index: false },
  referrer: 'no-referrer',
});

async function find(token: string) {
  try {
    return await readFromApi(resource(getGetInvitationsUrl(encodeURIComponent(token)), InvitationView));
  } catch (error) {
    return asProblem(error);
  }
}

export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params;
  const [t, signIn] = await Promise.all([readWords('account'), readWords('signIn')]);
  const found = await find(token);
  if (!(found instanceof Error)) return <AcceptInvitationForm token={token} invitation={found} />;
  return (
    <EmptyState
      asHeading
      title={t('invitationFails')}
      description={<ProblemText code={found.code} detail={found.detail} />}
      action={
        <Button asChild>
          <Link href="/sign-in">{signIn('title')}</Link>
        </Button>
      }
    />
  );
}
