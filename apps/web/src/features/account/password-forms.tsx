'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import { MailCheck } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { requestPasswordReset, resetPassword } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { AccountHeading, FormProblem, PasswordInput } from './form-parts';
import { ForgotPasswordForm as ForgotSchema, NewPasswordForm } from './schemas';

const BackToSignIn = () => (
  <Link href="/sign-in" className="mt-4 block py-1 text-center text-sm text-muted hover:text-foreground">
    Back to sign in
  </Link>
);

/** Asks for a reset link. Says the same whether or not there is an account. */
export function ForgotPasswordForm() {
  const [sentTo, setSentTo] = useState<string>();
  const form = useContractForm(ForgotSchema, { email: '' });
  const submit = form.submitWith(async ({ email }) => {
    await requestPasswordReset(email);
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <div role="status">
        <MailCheck aria-hidden="true" className="mb-4 size-8 text-success" />
        <AccountHeading title="Look in your mail">
          If there is an account for {sentTo}, a link to choose a new password is on its way.
        </AccountHeading>
        <BackToSignIn />
      </div>
    );
  }
  return (
    <>
      <AccountHeading title="Forgot your password?">We send you a link to choose a new one.</AccountHeading>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label="E-mail" error={form.formState.errors.email?.message} required>
          <Input
            {...form.register('email')}
            type="email"
            autoComplete="username"
            autoFocus
            className="h-10"
          />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={form.formState.isSubmitting}>
          Send the link
        </Button>
      </form>
      <BackToSignIn />
    </>
  );
}

/** Behind the mailed link: the new password. */
export function ResetPasswordForm({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const form = useContractForm(NewPasswordForm, { password: '' });
  const submit = form.submitWith(async ({ password }) => {
    await resetPassword(token, password);
    setDone(true);
  });
  if (done) {
    return (
      <div role="status">
        <AccountHeading title="Password changed">You can sign in with it now.</AccountHeading>
        <Button asChild variant="primary" className="h-10 w-full">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </div>
    );
  }
  return (
    <>
      <AccountHeading title="Choose a new password" />
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field
          label="New password"
          hint="10 characters or more"
          error={form.formState.errors.password?.message}
          required
        >
          <PasswordInput {...form.register('password')} autoComplete="new-password" autoFocus />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={form.formState.isSubmitting}>
          Save the password
        </Button>
      </form>
      <BackToSignIn />
    </>
  );
}
