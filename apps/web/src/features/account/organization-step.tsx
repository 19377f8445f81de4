'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import dynamic from 'next/dynamic';
import { signOut } from '@/lib/auth';
import { AccountHeading } from './form-parts';

const FormLoading = () => (
  <Loading label="Loading the form" className="grid gap-4">
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
  return (
    <>
      <AccountHeading title="Your organisation">
        Step 2 of 2. You can change all of this later.
      </AccountHeading>
      <OrganizationForm />
      <button
        type="button"
        className="mt-4 block w-full py-1 text-center text-sm text-muted hover:text-foreground"
        onClick={() => void signOut().finally(() => location.assign('/sign-in'))}
      >
        Sign in with another account
      </button>
    </>
  );
}
