'use client';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import { Field, Input } from '@vaktplan/ui';
import { useState } from 'react';
import { RollOutBody } from '../copy/roll-out-body';
import type { Options } from '../copy/roll-out-options';
import { wordsOf } from './template-row';

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
      title={`Use ${template.name}`}
      description={wordsOf(template)}
      verb="Make"
      nothing="The template has no shifts on these days."
      request={request}
      onClose={onClose}
      onMade={onMade}
      {...focus}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First day">
          <Input
            type="date"
            value={days.startDate}
            onChange={(event) => setDays({ ...days, startDate: event.target.value })}
          />
        </Field>
        <Field
          label="Last day"
          error={valid || count > 0 === count <= 62 ? undefined : 'Choose 1 to 62 days.'}
        >
          <Input
            type="date"
            value={days.endDate}
            min={days.startDate}
            onChange={(event) => setDays({ ...days, endDate: event.target.value })}
          />
        </Field>
        {rotates && (
          <Field
            className="sm:col-span-2"
            label="The rotation begins on"
            hint="A day on which its first day falls. It goes on from there, before and after."
          >
            <Input type="date" value={anchor} onChange={(event) => setAnchor(event.target.value)} />
          </Field>
        )}
      </div>
    </RollOutBody>
  );
}
