'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import Link from 'next/link';
import { useState } from 'react';
import { signIn, verifyCode } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { AccountHeading, FormProblem, PasswordInput } from './form-parts';
import { CodeForm, SignInForm as SignInSchema } from './schemas';

/** A full load, so that nothing of the signed-out pages stays in memory. */
const goTo = (path: string) => location.assign(path);

/** E-mail and password, then the second step if the account has one. */
export function SignInForm({ next }: { next: string }) {
  const [secondStep, setSecondStep] = useState(false);
  if (secondStep) return <CodeStep next={next} />;
  return <PasswordStep next={next} onSecondStep={() => setSecondStep(true)} />;
}

function PasswordStep({ next, onSecondStep }: { next: string; onSecondStep: () => void }) {
  const form = useContractForm(SignInSchema, { email: '', password: '' });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.submitWith(async ({ email, password }) => {
    const result = await signIn(email, password);
    if (result === 'second-step') onSecondStep();
    else goTo(next);
  });
  return (
    <>
      <AccountHeading title="Sign in">
        New here?{' '}
        <Link href="/sign-up" className="text-primary underline underline-offset-4">
          Create an organisation
        </Link>
      </AccountHeading>
      <form onSubmit={submit} noValidate method="post" className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label="E-mail" error={errors.email?.message} required>
          <Input
            {...form.register('email')}
            type="email"
            autoComplete="username"
            autoFocus
            className="h-10"
          />
        </Field>
        <Field label="Password" error={errors.password?.message} required>
          <PasswordInput {...form.register('password')} autoComplete="current-password" />
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="h-10"
          loading={isSubmitting || (isSubmitSuccessful && !form.rootError)}
        >
          Sign in
        </Button>
        <Link
          href="/forgot-password"
          className="justify-self-center py-1 text-sm text-muted hover:text-foreground"
        >
          Forgot your password?
        </Link>
      </form>
    </>
  );
}

function CodeStep({ next }: { next: string }) {
  const form = useContractForm(CodeForm, { code: '' });
  const submit = form.submitWith(async ({ code }) => {
    await verifyCode(code);
    goTo(next);
  });
  return (
    <>
      <AccountHeading title="Enter your code">
        Open your authenticator app and enter the six digits it shows. A backup code works too.
      </AccountHeading>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label="Code" error={form.formState.errors.code?.message} required>
          <Input
            {...form.register('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            className="h-10"
          />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={form.formState.isSubmitting}>
          Go on
        </Button>
      </form>
    </>
  );
}
