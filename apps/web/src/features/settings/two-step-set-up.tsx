'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import { useMemo, useState } from 'react';
import * as z from 'zod';
import { FormProblem } from '@/features/account/form-parts';
import { PasswordInput } from '@/features/account/password-input';
import { enrolTwoSteps, verifyCode, type Enrolment } from '@/lib/auth';
import { useWords } from '@/lib/words';
import { useContractForm } from '@/lib/use-contract-form';

/** Password, then the key and a first code, then the backup codes. */
export function TwoStepSetUp({ onDone }: { onDone: () => void }) {
  const account = useWords('account');
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [verified, setVerified] = useState(false);
  if (!enrolment) {
    return (
      <PasswordStep
        action={account('goOn')}
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
  const t = useWords('profile');
  const account = useWords('account');
  const schema = useMemo(
    () => z.object({ password: z.string().min(1, account('enterPassword')) }),
    [account],
  );
  const form = useContractForm(schema, { password: '' });
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      onSubmit={form.submitWith(({ password }) => onPassword(password))}
      noValidate
      className="grid gap-4"
    >
      <FormProblem message={form.rootError} />
      <Field label={t('yourPassword')} error={errors.password?.message} required>
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
  const t = useWords('profile');
  const schema = useMemo(
    () =>
      z.object({
        code: z
          .string()
          .trim()
          .regex(/^\d{6}$/, t('enterDigits')),
      }),
    [t],
  );
  const form = useContractForm(schema, { code: '' });
  const { errors, isSubmitting } = form.formState;
  const submit = form.submitWith(async ({ code }) => {
    await verifyCode(code);
    onVerified();
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-muted">
        {t('keyLead')}{' '}
        <a href={uri} className="text-primary underline underline-offset-4">
          {t('keyOpen')}
        </a>
        .
      </p>
      <p className="rounded-md bg-surface-2 px-3 py-2.5 font-mono text-sm break-words select-all">
        {inGroups(new URL(uri).searchParams.get('secret') ?? '')}
      </p>
      <FormProblem message={form.rootError} />
      <Field label={t('codeShown')} error={errors.code?.message} required>
        <Input {...form.register('code')} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={isSubmitting}>
        {t('turnOn')}
      </Button>
    </form>
  );
}

function BackupCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useWords('profile');
  return (
    <div className="grid gap-4">
      <p>
        {t('backupOn')} <strong>{t('backupKeep')}</strong> {t('backupHint')}
      </p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-surface-2 p-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>{t('copy')}</Button>
        <Button variant="primary" onClick={onDone}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
