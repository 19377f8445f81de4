'use client';
import { useMutation } from '@tanstack/react-query';
import type { ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import { Button, toast } from '@vaktplan/ui';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';

type RowProps = {
  template: ShiftTemplateView;
  onUse: () => void;
  onEdit: () => void;
  onChanged: () => void;
};

/** One template: what it holds, and what can be done with it. Deleting asks by a second press. */
export function TemplateRow({ template, onUse, onEdit, onChanged }: RowProps) {
  const t = useWords('planRepeat');
  const wordsOf = useTemplateWords();
  const problemWords = useProblemWords();
  const { id, version, name, abilities } = template;
  const [sure, setSure] = useState(false);
  const remove = useMutation<void, ApiProblem>({
    mutationFn: () => write('DELETE', `/shift-templates/${id}`, { version }),
    onSuccess: () => toast(t('deleted', { name })),
    onSettled: onChanged,
    onError: (problem) => toast.error(problemWords(problem), { description: problem.correlationId }),
  });
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-lg border border-border px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="text-sm font-semibold break-words">{name}</h3>
        <p className="text-[13px] text-muted">{wordsOf(template)}</p>
      </div>
      <div className="ms-auto flex items-center gap-2">
        {abilities.update && (
          <Button variant="ghost" size="icon-sm" aria-label={t('editOne', { name })} onClick={onEdit}>
            <Pencil />
          </Button>
        )}
        {abilities.delete && (
          <Button
            variant="ghost"
            size={sure ? 'sm' : 'icon-sm'}
            aria-label={t(sure ? 'deleteForGood' : 'deleteOne', { name })}
            disabled={remove.isPending}
            onBlur={() => setSure(false)}
            onClick={() => (sure ? remove.mutate() : setSure(true))}
          >
            {sure ? t('deleteAsk') : <Trash2 />}
          </Button>
        )}
        <Button size="sm" disabled={!abilities.apply} aria-label={t('useOne', { name })} onClick={onUse}>
          {t('use')}
        </Button>
      </div>
    </li>
  );
}

/** `Rotation of 8 days · 12 shifts, 4 people, 2 open` */
export function useTemplateWords(): (template: ShiftTemplateView) => string {
  const t = useWords('planRepeat');
  const comma = useWords('app')('comma');
  return ({ kind, cycleDays, shifts, people, open }) => {
    const parts = [t('shifts', { count: shifts }), t('persons', { count: people })];
    if (open > 0) parts.push(t('open', { count: open }));
    const what = parts.join(comma);
    return kind === 'week' ? t('kind_week', { what }) : t('kind_rotation', { days: cycleDays, what });
  };
}
