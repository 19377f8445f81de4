import type { Metadata } from 'next';
import { SignInForm } from '@/features/account/sign-in-form';
import { nextPath } from '@/lib/next-path';
import { readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('signIn'))('title'),
});

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams;
  return <SignInForm next={nextPath(next)} />;
}
