'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateShiftTemplate, ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, Checkbox, Dialog, DialogContent, Field, Input, Segmented, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { addDays } from '@/lib/format';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { bodyKey } from '../copy/body-key';
import { firstPattern, patternRequest, PatternFields, type Pattern } from './pattern-fields';
import { useTemplateWords } from './template-row';

type Days = { startDate: string; endDate: string };
type SaveProps = { locationId: string; shown: Days; roster: RosterView; onClose: () => void };
type Source = 'week' | 'rotation' | 'pattern';

const schema = () =>
  import('@vaktplan/contracts/http/shift-templates').then((contracts) => contracts.ShiftTemplateView);

/** Makes a template: of a week of the plan, of several weeks that take turns, or of a pattern of days on and off. */
export function SaveTemplateDialog({ locationId, shown, roster, onClose }: SaveProps) {
  const t = useWords('planRepeat');
  const problemWords = useProblemWords();
  const wordsOf = useTemplateWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [source, setSource] = useState<Source>('week');
  const [from, setFrom] = useState<Days>({ ...shown, endDate: weekEnd(shown.startDate) });
  const [keepPeople, setKeepPeople] = useState(true);
  const [pattern, setPattern] = useState<Pattern>(() => firstPattern(roster, shown.startDate));
  const [key] = useState(() => uuidv7());

  const facts = { locationId, name: name.trim() };
  const body: CreateShiftTemplate | undefined =
    source === 'pattern'
      ? patternRequest(facts, pattern, roster)
      : { ...facts, kind: source, from: source === 'week' ? weekFrom(from.startDate) : from, keepPeople };
  const save = useMutation<ShiftTemplateView, ApiProblem>({
    mutationFn: () => write('POST', '/shift-templates', { body, schema, idempotencyKey: bodyKey(key, body) }),
    onSuccess: (template) => {
      void client.invalidateQueries({ queryKey: ['shift-templates'] });
      toast.success(t('saved', { name: template.name }), { description: wordsOf(template) });
      onClose();
    },
  });
  const nameTaken = save.error?.code === 'name_taken' ? problemWords(save.error) : undefined;
  const ready = facts.name !== '' && body !== undefined && (source === 'pattern' || from.startDate !== '');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        className="sm:max-w-xl"
        title={t('saveAs')}
        description={t('saveAsHint')}
        footer={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="primary" type="submit" form="save-template" disabled={!ready || save.isPending}>
              {t(save.isPending ? 'saving' : 'saveTemplate')}
            </Button>
          </>
        }
      >
        <form
          id="save-template"
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) save.mutate();
          }}
        >
          <Field label={t('name')} required error={nameTaken}>
            <Input value={name} maxLength={120} autoFocus onChange={(event) => setName(event.target.value)} />
          </Field>
          <Segmented
            aria-label={t('madeOf')}
            className="justify-self-start"
            value={source}
            onValueChange={setSource}
            options={[
              { value: 'week', label: t('source_week') },
              { value: 'rotation', label: t('source_rotation') },
              { value: 'pattern', label: t('source_pattern') },
            ]}
          />
          {source === 'pattern' ? (
            <PatternFields value={pattern} roster={roster} onChange={setPattern} />
          ) : (
            <PlanFields
              source={source}
              from={from}
              onFrom={setFrom}
              keepPeople={keepPeople}
              onKeepPeople={setKeepPeople}
            />
          )}
          {save.error && !nameTaken && (
            <p role="alert" className="text-[13px] text-danger">
              {problemWords(save.error)}
            </p>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}

const weekEnd = (startDate: string): string => startDate && addDays(startDate, 6);
const weekFrom = (startDate: string): Days => ({ startDate, endDate: weekEnd(startDate) });

type PlanProps = {
  source: 'week' | 'rotation';
  from: Days;
  onFrom: (next: Days) => void;
  keepPeople: boolean;
  onKeepPeople: (next: boolean) => void;
};

function PlanFields({ source, from, onFrom, keepPeople, onKeepPeople }: PlanProps) {
  const t = useWords('planRepeat');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t(source === 'week' ? 'sevenDays' : 'firstDay')}>
          <Input
            type="date"
            value={from.startDate}
            onChange={(event) => onFrom({ ...from, startDate: event.target.value })}
          />
        </Field>
        {source === 'rotation' && (
          <Field label={t('lastDay')} hint={t('twoWeeksHint')}>
            <Input
              type="date"
              value={from.endDate}
              min={from.startDate}
              onChange={(event) => onFrom({ ...from, endDate: event.target.value })}
            />
          </Field>
        )}
      </div>
      <Checkbox
        label={t('keepPeople')}
        hint={t('keepPeopleHint')}
        checked={keepPeople}
        onCheckedChange={(checked) => onKeepPeople(checked === true)}
      />
    </>
  );
}
