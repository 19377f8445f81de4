'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import { useState } from 'react';
import * as z from 'zod';
import { FormProblem, PasswordInput } from '@/features/account/form-parts';
import { enrolTwoSteps, verifyCode, type Enrolment } from '@/lib/auth';
import { useContractForm } from '@/lib/use-contract-form';

const PasswordForm = z.object({ password: z.string().min(1, 'Enter your password') });
const FirstCode = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Enter the six digits'),
});

/** Password, then the key and a first code, then the backup codes. */
export function TwoStepSetUp({ onDone }: { onDone: () => void }) {
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [verified, setVerified] = useState(false);
  if (!enrolment) {
    return (
      <PasswordStep
        action="Go on"
        onPassword={async (password) => setEnrolment(await enrolTwoSteps(password))}
      />
    );
  }
  if (!verified) return <CodeStep uri={enrolment.totpURI} onVerified={() => setVerified(true)} />;
  return <BackupCodes codes={enrolment.backupCodes} onDone={onDone} />;
}

type PasswordStepProps = { action: string; onPassword: (password: string) => Promise<void> };

/** Asks for the password once more before sign-in changes. */
export function PasswordStep({ action, onPassword }: PasswordStepProps) {
  const form = useContractForm(PasswordForm, { password: '' });
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      onSubmit={form.submitWith(({ password }) => onPassword(password))}
      noValidate
      className="grid gap-4"
    >
      <FormProblem message={form.rootError} />
      <Field label="Your password" error={errors.password?.message} required>
        <PasswordInput {...form.register('password')} autoComplete="current-password" autoFocus />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={isSubmitting}>
        {action}
      </Button>
    </form>
  );
}

const inGroups = (key: string) => key.match(/.{1,4}/g)?.join(' ') ?? key;

function CodeStep({ uri, onVerified }: { uri: string; onVerified: () => void }) {
  const form = useContractForm(FirstCode, { code: '' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.submitWith(async ({ code }) => {
    await verifyCode(code);
    onVerified();
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-muted">
        Add an account in your authenticator app with this key, or{' '}
        <a href={uri} className="text-primary underline underline-offset-4">
          open it in an app on this device
        </a>
        .
      </p>
      <p className="rounded-md bg-surface-2 px-3 py-2.5 font-mono text-sm break-words select-all">
        {inGroups(new URL(uri).searchParams.get('secret') ?? '')}
      </p>
      <FormProblem message={form.rootError} />
      <Field label="Code that the app shows" error={errors.code?.message} required>
        <Input {...form.register('code')} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={isSubmitting}>
        Turn on
      </Button>
    </form>
  );
}

function BackupCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className="grid gap-4">
      <p>
        Two-step sign-in is on. <strong>Keep these backup codes</strong> somewhere safe: each works once, when
        the phone is not at hand. They are not shown again.
      </p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-surface-2 p-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>Copy</Button>
        <Button variant="primary" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
