'use client';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import { Field, Input } from '@vaktplan/ui';
import { useState } from 'react';
import { useWords } from '@/lib/words';
import { RollOutBody } from '../copy/roll-out-body';
import type { Options } from '../copy/roll-out-options';
import { useTemplateWords } from './template-row';

type ApplyProps = {
  template: ShiftTemplateView;
  shown: { startDate: string; endDate: string };
  onClose: () => void;
  onMade: (result: RollOutResult) => void;
  onCloseAutoFocus?: (event: Event) => void;
};

const daysOf = (startDate: string, endDate: string): number =>
  Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000) + 1;

/** Which days a template is laid over, where a rotation begins, and what will come of it. */
export function ApplyTemplate({ template, shown, onClose, onMade, ...focus }: ApplyProps) {
  const t = useWords('planRepeat');
  const wordsOf = useTemplateWords();
  const [days, setDays] = useState(shown);
  const [anchor, setAnchor] = useState(template.anchorDate);
  const rotates = template.kind === 'rotation';
  const count = daysOf(days.startDate, days.endDate);
  const valid = count >= 1 && count <= 62 && (!rotates || anchor !== '');
  const request = (options: Options) =>
    valid
      ? {
          path: `/shift-templates/${template.id}/apply`,
          body: { ...days, ...(rotates && { anchorDate: anchor }), ...options },
        }
      : undefined;
  return (
    <RollOutBody
      title={t('useOne', { name: template.name })}
      description={wordsOf(template)}
      verb="make"
      nothing={t('noItems')}
      request={request}
      onClose={onClose}
      onMade={onMade}
      {...focus}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('firstDay')}>
          <Input
            type="date"
            value={days.startDate}
            onChange={(event) => setDays({ ...days, startDate: event.target.value })}
          />
        </Field>
        <Field label={t('lastDay')} error={valid || count > 0 === count <= 62 ? undefined : t('tooManyDays')}>
          <Input
            type="date"
            value={days.endDate}
            min={days.startDate}
            onChange={(event) => setDays({ ...days, endDate: event.target.value })}
          />
        </Field>
        {rotates && (
          <Field className="sm:col-span-2" label={t('beginsOn')} hint={t('beginsOnHint')}>
            <Input type="date" value={anchor} onChange={(event) => setAnchor(event.target.value)} />
          </Field>
        )}
      </div>
    </RollOutBody>
  );
}
