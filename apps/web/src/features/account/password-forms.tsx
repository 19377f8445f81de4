'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import { MailCheck } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { requestPasswordReset, resetPassword } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import { AccountHeading, FormProblem } from './form-parts';
import { PasswordInput } from './password-input';
import { useAccountSchemas } from './schemas';

const BackToSignIn = () => (
  <Link href="/sign-in" className="mt-4 block py-1 text-center text-sm text-muted hover:text-foreground">
    {useWords('account')('backToSignIn')}
  </Link>
);

/** Asks for a reset link. Says the same whether or not there is an account. */
export function ForgotPasswordForm() {
  const t = useWords('account');
  const signInWords = useWords('signIn');
  const [sentTo, setSentTo] = useState<string>();
  const form = useContractForm(useAccountSchemas().forgotPassword, { email: '' });
  const submit = form.submitWith(async ({ email }) => {
    await requestPasswordReset(email);
    setSentTo(email);
  });
  if (sentTo) {
    return (
      <div role="status">
        <MailCheck aria-hidden="true" className="mb-4 size-8 text-success" />
        <AccountHeading title={t('lookInMail')}>{t('linkOnItsWay', { email: sentTo })}</AccountHeading>
        <BackToSignIn />
      </div>
    );
  }
  return (
    <>
      <AccountHeading title={t('forgot')}>{t('weSendLink')}</AccountHeading>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label={signInWords('email')} error={form.formState.errors.email?.message} required>
          <Input
            {...form.register('email')}
            type="email"
            autoComplete="username"
            autoFocus
            className="h-10"
          />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={form.formState.isSubmitting}>
          {t('sendLink')}
        </Button>
      </form>
      <BackToSignIn />
    </>
  );
}

/** Behind the mailed link: the new password. */
export function ResetPasswordForm({ token }: { token: string }) {
  const t = useWords('account');
  const signInWords = useWords('signIn');
  const [done, setDone] = useState(false);
  const form = useContractForm(useAccountSchemas().newPassword, { password: '' });
  const submit = form.submitWith(async ({ password }) => {
    await resetPassword(token, password);
    setDone(true);
  });
  if (done) {
    return (
      <div role="status">
        <AccountHeading title={t('changed')}>{t('changedHint')}</AccountHeading>
        <Button asChild variant="primary" className="h-10 w-full">
          <Link href="/sign-in">{signInWords('title')}</Link>
        </Button>
      </div>
    );
  }
  return (
    <>
      <AccountHeading title={t('choosePassword')} />
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field
          label={t('newPassword')}
          hint={t('tenOrMore')}
          error={form.formState.errors.password?.message}
          required
        >
          <PasswordInput {...form.register('password')} autoComplete="new-password" autoFocus />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={form.formState.isSubmitting}>
          {t('savePassword')}
        </Button>
      </form>
      <BackToSignIn />
    </>
  );
}
