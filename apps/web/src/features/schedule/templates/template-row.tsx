'use client';
import { useMutation } from '@tanstack/react-query';
import type { ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import { Button, toast } from '@vaktplan/ui';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { plural } from '../copy/roll-out-words';

type RowProps = {
  template: ShiftTemplateView;
  onUse: () => void;
  onEdit: () => void;
  onChanged: () => void;
};

const tell = (problem: ApiProblem) => toast.error(problem.detail, { description: problem.correlationId });

/** One template: what it holds, and what can be done with it. Deleting asks by a second press. */
export function TemplateRow({ template, onUse, onEdit, onChanged }: RowProps) {
  const { id, version, name, abilities } = template;
  const [sure, setSure] = useState(false);
  const remove = useMutation<void, ApiProblem>({
    mutationFn: () => write('DELETE', `/shift-templates/${id}`, { version }),
    onSuccess: () => toast(`Deleted the template ${name}`),
    onSettled: onChanged,
    onError: tell,
  });
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-lg border border-border px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="truncate text-sm font-semibold">{name}</h3>
        <p className="text-[13px] text-muted">{wordsOf(template)}</p>
      </div>
      {abilities.update && (
        <Button variant="ghost" size="icon-sm" aria-label={`Edit ${name}`} onClick={onEdit}>
          <Pencil />
        </Button>
      )}
      {abilities.delete && (
        <Button
          variant="ghost"
          size={sure ? 'sm' : 'icon-sm'}
          aria-label={sure ? `Delete ${name} for good` : `Delete ${name}`}
          disabled={remove.isPending}
          onBlur={() => setSure(false)}
          onClick={() => (sure ? remove.mutate() : setSure(true))}
        >
          {sure ? 'Delete?' : <Trash2 />}
        </Button>
      )}
      <Button size="sm" disabled={!abilities.apply} aria-label={`Use ${name}`} onClick={onUse}>
        Use
      </Button>
    </li>
  );
}

/** `Rotation of 8 days · 12 shifts, 4 people, 2 open` */
export function wordsOf({ kind, cycleDays, shifts, people, open }: ShiftTemplateView): string {
  const parts = [plural(shifts, 'shift'), plural(people, 'person', 'people')];
  if (open > 0) parts.push(`${open} open`);
  return `${kind === 'week' ? 'Week' : `Rotation of ${plural(cycleDays, 'day')}`} · ${parts.join(', ')}`;
}
