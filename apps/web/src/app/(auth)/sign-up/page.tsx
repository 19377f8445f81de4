import type { Metadata } from 'next';
import { SignUpForm } from '@/features/account/sign-up-form';
import { readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('account'))('createOrganization'),
});

export default function SignUpPage() {
  return <SignUpForm />;
}
