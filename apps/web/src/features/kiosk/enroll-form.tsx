'use client';
import { Button, Field, Input } from '@vaktplan/ui';
import { useState, type FormEvent } from 'react';
import { asProblem } from '../../lib/problem';
import { useProblemWords } from '../../lib/problem-words';
import { useWords } from '../../lib/words';
import { kioskApi } from './kiosk-api';
import { canSeal } from './seal-pin';

/** A tablet without a key: the code from the manager's screen makes it one of the place. */
export function EnrollForm({ waiting, onEnrolled }: { waiting: number; onEnrolled: () => void }) {
  const t = useWords('kiosk');
  const wordsOf = useProblemWords();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (code.replaceAll(/[^0-9a-z]/gi, '').length !== 8) return setProblem(t('codeLength'));
    setBusy(true);
    try {
      await kioskApi.enroll(code);
      onEnrolled();
    } catch (error) {
      setProblem(wordsOf(asProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid flex-1 place-items-center p-4">
      <form
        onSubmit={(event) => void submit(event)}
        noValidate
        className="grid w-full max-w-[400px] gap-4 rounded-xl border border-border bg-surface p-6 shadow-card"
      >
        <div>
          <h2 className="text-lg font-semibold">{t('enrolTitle')}</h2>
          <p className="mt-1 text-sm text-muted">{t('enrolLead')}</p>
        </div>
        {waiting > 0 && (
          <p role="status" className="rounded-md bg-warning/12 p-3 text-sm">
            {t('removed', { count: waiting })}
          </p>
        )}
        {!canSeal() && (
          <p role="alert" className="rounded-md bg-danger/10 p-3 text-sm text-danger">
            {t('needsHttps')}
          </p>
        )}
        <Field label={t('code')} error={problem} required>
          <Input
            value={code}
            onChange={(event) => setCode(event.target.value.toUpperCase())}
            placeholder="ABCD-2345"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            className="h-14 text-center text-2xl tracking-[0.2em] tabular-nums"
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={busy} disabled={!canSeal()}>
          {t('enrol')}
        </Button>
      </form>
    </div>
  );
}
