'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, Input, NativeSelect } from '@vaktplan/ui';
import { CopyPlus, X } from 'lucide-react';
import { useWords } from '@/lib/words';
import { departmentFor } from '../grid-data';
import { unpaidOf, withUnpaid, type EditedItem } from './template-items';

type ItemRowProps = {
  item: EditedItem;
  nr: number;
  /** Names of the cycle's days, in order. */
  days: readonly string[];
  roster: RosterView;
  onChange: (item: EditedItem) => void;
  onCopy: () => void;
  onRemove: () => void;
};

/** One shift of a template: its day, times, break, position and person. */
export function ItemRow({ item, nr, days, roster, onChange, onCopy, onRemove }: ItemRowProps) {
  const t = useWords('planRepeat');
  const set = (part: Partial<EditedItem>) => onChange({ ...item, ...part });
  // the department follows the position; without one of its own it stays
  const place = (part: { positionId?: string | null; employeeId?: string | null }) => {
    const { positionId, employeeId } = { ...item, ...part };
    const owned = roster.positions.find((one) => one.id === positionId)?.departmentId;
    const departmentId = owned ? departmentFor(roster, employeeId, positionId) : undefined;
    set({ ...part, ...(departmentId && { departmentId }) });
  };
  return (
    <li className="grid grid-cols-2 gap-2 border-b border-border py-3 last:border-0 sm:grid-cols-[1fr_8rem_8rem_6rem]">
      <NativeSelect
        aria-label={t('item_day', { nr })}
        value={String(item.day)}
        onChange={(event) => set({ day: Number(event.target.value) })}
      >
        {days.map((name, day) => (
          <option key={name} value={day}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <div className="relative sm:order-last">
        <Input
          type="number"
          aria-label={t('item_break', { nr })}
          title={t('breakTitle')}
          className="pe-12"
          min={0}
          max={240}
          step={5}
          value={unpaidOf(item)}
          onChange={(event) =>
            onChange(withUnpaid(item, Math.max(0, Math.trunc(Number(event.target.value) || 0))))
          }
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-xs text-muted"
        >
          {t('min')}
        </span>
      </div>
      <Input
        type="time"
        aria-label={t('item_start', { nr })}
        aria-invalid={!item.start}
        value={item.start}
        onChange={(event) => set({ start: event.target.value })}
      />
      <Input
        type="time"
        aria-label={t('item_end', { nr })}
        aria-invalid={!item.end}
        value={item.end}
        onChange={(event) => set({ end: event.target.value })}
      />
      <div className="col-span-full flex flex-wrap gap-2 sm:order-last">
        <div className="min-w-0 flex-1 basis-24 max-sm:basis-[46%]">
          <NativeSelect
            aria-label={t('item_position', { nr })}
            value={item.positionId ?? ''}
            onChange={(event) => place({ positionId: event.target.value || null })}
          >
            <option value="">{t('noPosition')}</option>
            {known(roster.positions, item.positionId, t('deletedPosition'))}
          </NativeSelect>
        </div>
        <div className="min-w-0 flex-1 basis-24 max-sm:basis-[46%]">
          <NativeSelect
            aria-label={t('item_person', { nr })}
            value={item.employeeId ?? ''}
            onChange={(event) => place({ employeeId: event.target.value || null })}
          >
            <option value="">{t('openShift')}</option>
            {known(roster.employees, item.employeeId, t('whoLeft'))}
          </NativeSelect>
        </div>
        <Button
          variant="ghost"
          size="icon"
          className="max-sm:ms-auto"
          aria-label={t('copyItem', { nr })}
          onClick={onCopy}
        >
          <CopyPlus />
        </Button>
        <Button variant="ghost" size="icon" aria-label={t('removeItem', { nr })} onClick={onRemove}>
          <X />
        </Button>
      </div>
    </li>
  );
}

/** The choices, and what the item names though it is none of them any more. */
function known(all: readonly { id: string; name: string }[], chosen: string | null, gone: string) {
  const missing = chosen !== null && !all.some((one) => one.id === chosen);
  return [...all, ...(missing ? [{ id: chosen, name: gone }] : [])].map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
