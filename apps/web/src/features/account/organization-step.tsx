'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import dynamic from 'next/dynamic';
import { signOut } from '@/lib/auth';
import { useWords } from '@/lib/words';
import { AccountHeading } from './form-parts';

const FormLoading = () => (
  <Loading label={useWords('account')('loadingForm')} className="grid gap-4">
    {[84, 84, 84, 60].map((height, index) => (
      <div key={index} style={{ height }}>
        <Skeleton className="h-full" />
      </div>
    ))}
    <Skeleton className="h-10" />
  </Loading>
);

const OrganizationForm = dynamic(
  () => import('./organization-form').then((loaded) => loaded.OrganizationForm),
  {
    ssr: false,
    loading: FormLoading,
  },
);

/** Heading, form and the way out for the second step of signing up. */
export function OrganizationStep() {
  const t = useWords('account');
  return (
    <>
      <AccountHeading title={t('organizationTitle')}>{t('stepTwo')}</AccountHeading>
      <OrganizationForm />
      <button
        type="button"
        className="mt-4 block w-full py-1 text-center text-sm text-muted hover:text-foreground"
        onClick={() => void signOut().finally(() => location.assign('/sign-in'))}
      >
        {t('otherAccount')}
      </button>
    </>
  );
}
