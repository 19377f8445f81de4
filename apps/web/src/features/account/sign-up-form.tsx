'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import Link from 'next/link';
import { signUp } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { AccountHeading, FormProblem, PasswordInput } from './form-parts';
import { SignUpForm as SignUpSchema } from './schemas';

/** First of two steps: the account. The organisation follows. */
export function SignUpForm() {
  const form = useContractForm(SignUpSchema, { name: '', email: '', password: '' });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.submitWith(async (account) => {
    await signUp(account);
    location.assign('/sign-up/organization');
  });
  return (
    <>
      <AccountHeading title="Create your account">
        Step 1 of 2. Already have one?{' '}
        <Link href="/sign-in" className="text-primary underline underline-offset-4">
          Sign in
        </Link>
      </AccountHeading>
      <form onSubmit={submit} noValidate method="post" className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label="Your name" error={errors.name?.message} required>
          <Input {...form.register('name')} autoComplete="name" autoFocus className="h-10" />
        </Field>
        <Field label="Work e-mail" error={errors.email?.message} required>
          <Input {...form.register('email')} type="email" autoComplete="username" className="h-10" />
        </Field>
        <Field label="Password" hint="10 characters or more" error={errors.password?.message} required>
          <PasswordInput {...form.register('password')} autoComplete="new-password" />
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="h-10"
          loading={isSubmitting || (isSubmitSuccessful && !form.rootError)}
        >
          Go on
        </Button>
      </form>
    </>
  );
}
