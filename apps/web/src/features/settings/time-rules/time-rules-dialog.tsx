'use client';
import { getCreateTimePoliciesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import {
  CreateTimePolicySchema,
  DEFAULT_TIME_POLICY,
  TimePolicyView,
} from '@vaktplan/contracts/http/time-policies';
import { Button, Dialog, DialogContent, Field, Input, toast } from '@vaktplan/ui';
import { useId, useState, type FormEvent } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { write } from '@/lib/api';
import { useFieldWords } from '@/lib/field-words';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { HoursRules } from './rule-fields';
import { PlaceRules } from './place-rules';

type TimeRulesDialogProps = {
  locationId: string | null;
  name: string;
  policies: readonly TimePolicyView[];
  onClose: () => void;
};

const isoDay = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** Rules from a day on, beginning with those that hold now. */
export function TimeRulesDialog({ locationId, name, policies, onClose }: TimeRulesDialogProps) {
  const id = useId();
  const t = useWords('timeRules');
  const app = useWords('app');
  const fieldWords = useFieldWords();
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const [today] = useState(() => isoDay(new Date()));
  const last = (scope: string | null) => policies.filter((one) => one.locationId === scope).at(-1);
  const [settings, setSettings] = useState(
    () => (last(locationId) ?? last(null))?.settings ?? DEFAULT_TIME_POLICY,
  );
  const [from, setFrom] = useState(today);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = CreateTimePolicySchema.safeParse({ locationId, from, settings }, { error: fieldWords });
    if (!read.success) {
      const [issue] = read.error.issues;
      return setProblem(
        issue?.path.includes('networks') ? t('wrongNetwork') : t('check', { problem: issue?.message ?? '' }),
      );
    }
    setBusy(true);
    try {
      await write('POST', getCreateTimePoliciesUrl(), { body: read.data, schema: TimePolicyView });
      await client.invalidateQueries({ queryKey: ['time-policies'] });
      toast.success(t('saved', { name }));
      onClose();
    } catch (error) {
      setProblem(wordsOf(asProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  const rules = { settings, onChange: setSettings };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('rulesOf', { name })}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              {app('save')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={problem} />
          <Field label={t('from')} hint={t('fromHint')}>
            <Input
              type="date"
              min={today}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
              required
            />
          </Field>
          <HoursRules {...rules} />
          <PlaceRules {...rules} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
