'use client';
import { getAcceptInvitationsUrl } from '@vaktplan/api-client';
import type { InvitationView } from '@vaktplan/contracts/http/employees';
import { Button, Field, Input } from '@vaktplan/ui';
import { write } from '@/lib/api';
import { signIn } from '@/lib/auth';
import { useWords } from '@/lib/words';
import { useContractForm } from '@/lib/use-contract-form';
import { AccountHeading, FormProblem } from './form-parts';
import { PasswordInput } from './password-input';
import { useAccountSchemas } from './schemas';

/** The invited person chooses a password and is signed in. */
export function AcceptInvitationForm({ token, invitation }: { token: string; invitation: InvitationView }) {
  const t = useWords('account');
  const signInWords = useWords('signIn');
  const form = useContractForm(useAccountSchemas().newPassword, { password: '' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.submitWith(async ({ password }, idempotencyKey) => {
    await write('POST', getAcceptInvitationsUrl(), { body: { token, password }, idempotencyKey });
    const result = await signIn(invitation.email, password);
    location.assign(result === 'done' ? '/shifts' : '/sign-in?next=/shifts');
  });
  return (
    <>
      <AccountHeading title={t('joinTitle', { organization: invitation.organizationName })}>
        {t('joinLead', { name: invitation.name })}
      </AccountHeading>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <Field label={signInWords('email')}>
          <Input value={invitation.email} readOnly autoComplete="username" className="h-10 bg-surface-2" />
        </Field>
        <Field
          label={signInWords('password')}
          hint={t('tenOrMore')}
          error={errors.password?.message}
          required
        >
          <PasswordInput {...form.register('password')} autoComplete="new-password" autoFocus />
        </Field>
        <Button type="submit" variant="primary" className="h-10" loading={isSubmitting}>
          {t('join')}
        </Button>
      </form>
    </>
  );
}
