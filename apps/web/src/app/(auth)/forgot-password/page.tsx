import type { Metadata } from 'next';
import { ForgotPasswordForm } from '@/features/account/password-forms';
import { readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('account'))('forgot'),
});

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm />;
}
