'use client';
import { Avatar, Button, Card, CardHeader, Field, toast } from '@vaktplan/ui';
import { useMemo } from 'react';
import * as z from 'zod';
import { FormProblem } from '@/features/account/form-parts';
import { PasswordInput } from '@/features/account/password-input';
import { useAccountSchemas } from '@/features/account/schemas';
import { useMe } from '@/features/shell/me';
import { changePassword } from '@/lib/auth';
import { useWords } from '@/lib/words';
import { useContractForm } from '@/lib/use-contract-form';
import { DevicesSettings } from './devices-settings';
import { NotificationSettingsCard } from './notification-settings';
import { OwnDataSettings } from './own-data-settings';
import { TwoStepSettings } from './two-step-settings';

/** Who I am here, and my password. */
export function ProfileSettings() {
  const t = useWords('profile');
  const comma = useWords('app')('comma');
  const { user, grants, organization } = useMe();
  const roles = [...new Set(grants.map((grant) => t(`role_${grant.role}`)))].join(comma);
  return (
    <div className="grid grid-cols-1 gap-5">
      <Card aria-labelledby="profile">
        <CardHeader id="profile" title={t('title')} />
        <div className="flex items-center gap-4 border-t border-border p-4">
          <Avatar id={user.id} name={user.name} size="lg" />
          <div className="min-w-0">
            <p className="truncate font-medium">{user.name}</p>
            <p className="truncate text-[13px] text-muted">{user.email}</p>
            <p className="truncate text-[13px] text-muted">
              {t('roleAt', { roles, organization: organization.name })}
            </p>
          </div>
        </div>
      </Card>
      <NotificationSettingsCard />
      <DevicesSettings />
      <PasswordCard />
      <TwoStepSettings />
      <OwnDataSettings />
    </div>
  );
}

function PasswordCard() {
  const t = useWords('profile');
  const account = useWords('account');
  const { password: next } = useAccountSchemas();
  const schema = useMemo(() => z.object({ current: z.string().min(1, t('enterCurrent')), next }), [next, t]);
  const form = useContractForm(schema, { current: '', next: '' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.submitWith(async ({ current, next }) => {
    await changePassword(current, next);
    form.reset();
    toast.success(account('changed'), { description: t('othersOut') });
  });
  return (
    <Card aria-labelledby="password">
      <CardHeader id="password" title={t('password')} description={t('passwordHint')} />
      <form onSubmit={submit} noValidate className="grid max-w-sm gap-4 border-t border-border p-4">
        <FormProblem message={form.rootError} />
        <Field label={t('current')} error={errors.current?.message} required>
          <PasswordInput {...form.register('current')} autoComplete="current-password" />
        </Field>
        <Field
          label={account('newPassword')}
          hint={account('tenOrMore')}
          error={errors.next?.message}
          required
        >
          <PasswordInput {...form.register('next')} autoComplete="new-password" />
        </Field>
        <Button type="submit" className="justify-self-start" loading={isSubmitting}>
          {t('change')}
        </Button>
      </form>
    </Card>
  );
}
