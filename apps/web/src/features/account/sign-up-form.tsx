'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import Link from 'next/link';
import { signUp } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import { AccountHeading, FormProblem } from './form-parts';
import { PasswordInput } from './password-input';
import { useAccountSchemas } from './schemas';

/** First of two steps: the account. The organisation follows. */
export function SignUpForm() {
  const t = useWords('account');
  const signInWords = useWords('signIn');
  const form = useContractForm(useAccountSchemas().signUp, { name: '', email: '', password: '' });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.submitWith(async (account) => {
    await signUp(account);
    location.assign('/sign-up/organization');
  });
  return (
    <>
      <AccountHeading title={t('createAccount')}>
        {t('stepOne')}{' '}
        <Link href="/sign-in" className="text-primary underline underline-offset-4">
          {signInWords('title')}
        </Link>
      </AccountHeading>
      <form onSubmit={submit} noValidate method="post" className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label={t('name')} error={errors.name?.message} required>
          <Input {...form.register('name')} autoComplete="name" autoFocus className="h-10" />
        </Field>
        <Field label={t('workEmail')} error={errors.email?.message} required>
          <Input {...form.register('email')} type="email" autoComplete="username" className="h-10" />
        </Field>
        <Field
          label={signInWords('password')}
          hint={t('tenOrMore')}
          error={errors.password?.message}
          required
        >
          <PasswordInput {...form.register('password')} autoComplete="new-password" />
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="h-10"
          loading={isSubmitting || (isSubmitSuccessful && !form.rootError)}
        >
          {t('goOn')}
        </Button>
      </form>
    </>
  );
}
