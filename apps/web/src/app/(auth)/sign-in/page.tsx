import type { Metadata } from 'next';
import { SignInForm } from '@/features/account/sign-in-form';
import { nextPath } from '@/lib/next-path';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams;
  return <SignInForm next={nextPath(next)} />;
}
