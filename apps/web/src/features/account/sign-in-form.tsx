'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import Link from 'next/link';
import { useState } from 'react';
import { signIn, verifyCode } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import { AccountHeading, FormProblem } from './form-parts';
import { PasswordInput } from './password-input';
import { useAccountSchemas } from './schemas';

/** A full load, so that nothing of the signed-out pages stays in memory. */
const goTo = (path: string) => location.assign(path);

/** E-mail and password, then the second step if the account has one. */
export function SignInForm({ next }: { next: string }) {
  const [secondStep, setSecondStep] = useState(false);
  if (secondStep) return <CodeStep next={next} />;
  return <PasswordStep next={next} onSecondStep={() => setSecondStep(true)} />;
}

function PasswordStep({ next, onSecondStep }: { next: string; onSecondStep: () => void }) {
  const t = useWords('account');
  const signInWords = useWords('signIn');
  const form = useContractForm(useAccountSchemas().signIn, { email: '', password: '' });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.submitWith(async ({ email, password }) => {
    const result = await signIn(email, password);
    if (result === 'second-step') onSecondStep();
    else goTo(next);
  });
  return (
    <>
      <AccountHeading title={signInWords('title')}>
        {t('newHere')}{' '}
        <Link href="/sign-up" className="text-primary underline underline-offset-4">
          {t('createOrganization')}
        </Link>
      </AccountHeading>
      <form onSubmit={submit} noValidate method="post" className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label={signInWords('email')} error={errors.email?.message} required>
          <Input
            {...form.register('email')}
            type="email"
            autoComplete="username"
            autoFocus
            className="h-10"
          />
        </Field>
        <Field label={signInWords('password')} error={errors.password?.message} required>
          <PasswordInput {...form.register('password')} autoComplete="current-password" />
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="h-10"
          loading={isSubmitting || (isSubmitSuccessful && !form.rootError)}
        >
          {signInWords('submit')}
        </Button>
        <Link
          href="/forgot-password"
          className="justify-self-center py-1 text-sm text-muted hover:text-foreground"
        >
          {t('forgot')}
        </Link>
      </form>
    </>
  );
}

function CodeStep({ next }: { next: string }) {
  const t = useWords('account');
  const form = useContractForm(useAccountSchemas().code, { code: '' });
  const submit = form.submitWith(async ({ code }) => {
    await verifyCode(code);
    goTo(next);
  });
  return (
    <>
      <AccountHeading title={t('codeTitle')}>{t('codeLead')}</AccountHeading>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label={t('code')} error={form.formState.errors.code?.message} required>
          <Input
            {...form.register('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            className="h-10"
          />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={form.formState.isSubmitting}>
          {t('goOn')}
        </Button>
      </form>
    </>
  );
}
