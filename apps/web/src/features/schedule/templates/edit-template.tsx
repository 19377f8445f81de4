'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ShiftTemplateDetail,
  ShiftTemplateView,
  UpdateShiftTemplate,
} from '@vaktplan/contracts/http/shift-templates';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, DialogContent, Field, Input, NativeSelect, Skeleton, toast } from '@vaktplan/ui';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { weekdaysIn } from '@/lib/weekdays';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';
import { departmentFor } from '../grid-data';
import { ItemRow } from './item-row';
import { templateResource } from './resources';
import { editedOf, itemsOf, type EditedItem } from './template-items';

type EditProps = {
  template: ShiftTemplateView;
  roster: RosterView;
  onBack: () => void;
  onCloseAutoFocus?: (event: Event) => void;
};

/** The shifts of a template, day by day: add, move, change, remove, then save all of it at once. */
export function EditTemplate(props: EditProps) {
  const t = useWords('planRepeat');
  const detail = useResource(templateResource(props.template.id));
  // an old answer is on its way to a new one, a fresh one is not
  if (detail.data && (detail.isFetchedAfterMount || !detail.isFetching))
    return <Editor detail={detail.data} {...props} />;
  return (
    <DialogContent
      className="sm:max-w-2xl"
      title={t('editOne', { name: props.template.name })}
      footer={<Button onClick={props.onBack}>{t('back')}</Button>}
    >
      <QueryRegion query={detail} loading={<Skeleton className="h-64" />}>
        {() => <Skeleton className="h-64" />}
      </QueryRegion>
    </DialogContent>
  );
}

const schema = () =>
  import('@vaktplan/contracts/http/shift-templates').then((contracts) => contracts.ShiftTemplateView);

type EditorProps = EditProps & { detail: ShiftTemplateDetail };

function Editor({ detail: newest, roster, onBack, onCloseAutoFocus }: EditorProps) {
  const t = useWords('planRepeat');
  const wordsOf = useProblemWords();
  const language = tagOf(useLocale());
  const weekdays = useMemo(() => weekdaysIn(language, 'long'), [language]);
  const client = useQueryClient();
  // what was edited, in that version: somebody else's newer one must not be overwritten unseen
  const [detail] = useState(newest);
  const { kind, cycleDays } = detail;
  const [name, setName] = useState(detail.name);
  const [closed, setClosed] = useState(detail.onClosedDays);
  const [items, setItems] = useState(() => editedOf(detail.items));
  const [day, setDay] = useState(0);
  const days = Array.from({ length: cycleDays }, (_, nr) =>
    kind === 'week' ? (weekdays[nr] ?? '') : t('dayNr', { number: nr + 1 }),
  );
  const ready = itemsOf(items);
  const save = useMutation<ShiftTemplateView, ApiProblem>({
    mutationFn: () => {
      const body: UpdateShiftTemplate = { name: name.trim(), onClosedDays: closed, items: ready };
      return write('PATCH', `/shift-templates/${detail.id}`, { version: detail.version, body, schema });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['shift-templates'] });
      toast.success(t('saved', { name: name.trim() }));
      onBack();
    },
  });
  const shown = items.filter((item) => item.day === day);
  const change = (next: EditedItem) => setItems(items.map((item) => (item.key === next.key ? next : item)));
  const add = (like?: EditedItem) => {
    const departmentId = departmentFor(roster, null, null) ?? '';
    const plain = { departmentId, positionId: null, employeeId: null, notes: null, breaks: [] };
    setItems([...items, { start: '09:00', end: '17:00', ...plain, ...like, day, key: uuidv7() }]);
  };
  return (
    <DialogContent
      className="sm:max-w-2xl"
      title={t('editOne', { name: detail.name })}
      description={t('editHint')}
      onCloseAutoFocus={onCloseAutoFocus}
      footer={
        <>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={!ready || ready.length === 0 || name.trim() === ''}
            onClick={() => save.mutate()}
          >
            {t('saveTemplate')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('templateName')}
            error={save.error?.code === 'name_taken' ? wordsOf(save.error) : undefined}
          >
            <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t('onClosed')}>
            <NativeSelect
              value={closed}
              onChange={(event) => setClosed(event.target.value === 'keep' ? 'keep' : 'skip')}
            >
              <option value="skip">{t('closed_skip')}</option>
              <option value="keep">{t('planAllTheSame')}</option>
            </NativeSelect>
          </Field>
        </div>
        <Days days={days} items={items} value={day} onChange={setDay} />
        {shown.length === 0 ? (
          <p className="text-[13px] text-muted">{t('noneOn', { day: days[day] ?? '' })}</p>
        ) : (
          <ul aria-label={t('shiftsOn', { day: days[day] ?? '' })}>
            {shown.map((item, i) => (
              <ItemRow
                key={item.key}
                item={item}
                nr={i + 1}
                days={days}
                roster={roster}
                onChange={change}
                onCopy={() => add(item)}
                onRemove={() => setItems(items.filter((one) => one.key !== item.key))}
              />
            ))}
          </ul>
        )}
        <Button className="justify-self-start" disabled={items.length >= 5000} onClick={() => add()}>
          <Plus /> {t('addOn', { day: days[day] ?? '' })}
        </Button>
        {items.length === 0 && (
          <p role="alert" className="text-[13px] text-danger">
            {t('needsOne')}
          </p>
        )}
        {save.error && save.error.code !== 'name_taken' && (
          <p role="alert" className="text-[13px] text-danger">
            {wordsOf(save.error)}
          </p>
        )}
      </div>
    </DialogContent>
  );
}

type DaysProps = {
  days: readonly string[];
  items: readonly EditedItem[];
  value: number;
  onChange: (day: number) => void;
};

/** A day of the cycle, with how many shifts it has. */
function Days({ days, items, value, onChange }: DaysProps) {
  const t = useWords('planRepeat');
  const counts = new Map<number, number>();
  for (const item of items) counts.set(item.day, (counts.get(item.day) ?? 0) + 1);
  return (
    <Field label={t('day')}>
      <NativeSelect value={String(value)} onChange={(event) => onChange(Number(event.target.value))}>
        {days.map((name, day) => (
          <option key={name} value={day}>
            {t('dayCount', { day: name, count: counts.get(day) ?? 0 })}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
