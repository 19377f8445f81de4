import type { Metadata } from 'next';
import { ForgotPasswordForm } from '@/features/account/password-forms';

export const metadata: Metadata = { title: 'Forgot your password?' };

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm />;
}
