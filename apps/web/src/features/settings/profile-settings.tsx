'use client';
import { Avatar, Button, Card, CardHeader, Field, toast } from '@vaktplan/ui';
import { useMemo } from 'react';
import * as z from 'zod';
import { FormProblem, PasswordInput } from '@/features/account/form-parts';
import { useAccountSchemas } from '@/features/account/schemas';
import { useMe } from '@/features/shell/me';
import { changePassword } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';
import { DevicesSettings } from './devices-settings';
import { NotificationSettingsCard } from './notification-settings';
import { OwnDataSettings } from './own-data-settings';
import { TwoStepSettings } from './two-step-settings';

const roleNames = { owner: 'Owner', admin: 'Administrator', manager: 'Manager', employee: 'Employee' };

/** Who I am here, and my password. */
export function ProfileSettings() {
  const { user, grants, organization } = useMe();
  const roles = [...new Set(grants.map((grant) => roleNames[grant.role]))].join(', ');
  return (
    <div className="grid grid-cols-1 gap-5">
      <Card aria-labelledby="profile">
        <CardHeader id="profile" title="Profile" />
        <div className="flex items-center gap-4 border-t border-border p-4">
          <Avatar id={user.id} name={user.name} size="lg" />
          <div className="min-w-0">
            <p className="truncate font-medium">{user.name}</p>
            <p className="truncate text-[13px] text-muted">{user.email}</p>
            <p className="truncate text-[13px] text-muted">
              {roles} at {organization.name}
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
  const { password: next } = useAccountSchemas();
  const schema = useMemo(
    () => z.object({ current: z.string().min(1, 'Enter the password you have now'), next }),
    [next],
  );
  const form = useContractForm(schema, { current: '', next: '' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.submitWith(async ({ current, next }) => {
    await changePassword(current, next);
    form.reset();
    toast.success('Password changed', { description: 'Other devices have been signed out.' });
  });
  return (
    <Card aria-labelledby="password">
      <CardHeader id="password" title="Password" description="Changing it signs out your other devices." />
      <form onSubmit={submit} noValidate className="grid max-w-sm gap-4 border-t border-border p-4">
        <FormProblem message={form.rootError} />
        <Field label="Current password" error={errors.current?.message} required>
          <PasswordInput {...form.register('current')} autoComplete="current-password" />
        </Field>
        <Field label="New password" hint="10 characters or more" error={errors.next?.message} required>
          <PasswordInput {...form.register('next')} autoComplete="new-password" />
        </Field>
        <Button type="submit" className="justify-self-start" loading={isSubmitting}>
          Change password
        </Button>
      </form>
    </Card>
  );
}
