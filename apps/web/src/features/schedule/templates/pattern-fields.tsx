'use client';
import type { CreateShiftTemplate } from '@vaktplan/contracts/http/shift-templates';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { patternItems } from '@vaktplan/core/rules';
import { Button, Field, Input, NativeSelect } from '@vaktplan/ui';
import { Plus, X } from 'lucide-react';
import { useWords } from '@/lib/words';
import { departmentFor } from '../grid-data';
import { minutesOf, timeText } from '../wall-clock';

type Member = { key: number; employeeId: string; offset: number };
export type Pattern = {
  on: number;
  off: number;
  start: string;
  end: string;
  positionId: string;
  anchorDate: string;
  crew: Member[];
};

/** 4 on, 4 off, from 7 to 19: the commonest, to begin with. */
export const firstPattern = (roster: RosterView, anchorDate: string): Pattern => ({
  on: 4,
  off: 4,
  start: timeText(7 * 60),
  end: timeText(19 * 60),
  positionId: roster.positions[0]?.id ?? '',
  anchorDate,
  crew: [
    { key: 0, employeeId: '', offset: 0 },
    { key: 1, employeeId: '', offset: 4 },
  ],
});

/** The pattern as a template; undefined while it is not complete. */
export function patternRequest(
  facts: { locationId: string; name: string },
  pattern: Pattern,
  roster: RosterView,
): CreateShiftTemplate | undefined {
  const { on, off, positionId, crew, anchorDate } = pattern;
  const start = minutesOf(pattern.start);
  const end = minutesOf(pattern.end);
  const departmentId = departmentFor(roster, null, positionId || null);
  if (start === undefined || end === undefined || !departmentId || !anchorDate || crew.length === 0)
    return undefined;
  if (!(on >= 1 && off >= 0 && on + off <= 364)) return undefined;
  const shift = {
    startMinutes: start,
    endMinutes: end > start ? end : end + 1440,
    departmentId,
    positionId: positionId || null,
  };
  const items = patternItems(
    { on, off, shift },
    crew.map(({ employeeId, offset }) => ({ employeeId: employeeId || null, offset })),
  );
  return { ...facts, kind: 'rotation', cycleDays: on + off, anchorDate, items };
}

type FieldsProps = { value: Pattern; roster: RosterView; onChange: (next: Pattern) => void };

/** Days on and off, times, and who begins when in the cycle. */
export function PatternFields({ value, roster, onChange }: FieldsProps) {
  const t = useWords('planRepeat');
  const set = (part: Partial<Pattern>) => onChange({ ...value, ...part });
  const number = (text: string) => Math.max(0, Math.trunc(Number(text) || 0));
  const cycle = value.on + value.off;
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field label={t('daysOn')}>
          <Input
            type="number"
            min={1}
            max={60}
            value={value.on}
            onChange={(e) => set({ on: number(e.target.value) })}
          />
        </Field>
        <Field label={t('daysOff')}>
          <Input
            type="number"
            min={0}
            max={60}
            value={value.off}
            onChange={(e) => set({ off: number(e.target.value) })}
          />
        </Field>
        <Field label={t('from')}>
          <Input type="time" value={value.start} onChange={(e) => set({ start: e.target.value })} />
        </Field>
        <Field label={t('until')}>
          <Input type="time" value={value.end} onChange={(e) => set({ end: e.target.value })} />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('position')}>
          <NativeSelect value={value.positionId} onChange={(e) => set({ positionId: e.target.value })}>
            <option value="">{t('noPosition')}</option>
            {roster.positions.map((position) => (
              <option key={position.id} value={position.id}>
                {position.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t('cycleStart')}>
          <Input type="date" value={value.anchorDate} onChange={(e) => set({ anchorDate: e.target.value })} />
        </Field>
      </div>
      <Crew value={value} roster={roster} cycle={cycle} onChange={(crew) => set({ crew })} />
    </div>
  );
}

type CrewProps = { value: Pattern; roster: RosterView; cycle: number; onChange: (crew: Member[]) => void };

function Crew({ value: { crew }, roster, cycle, onChange }: CrewProps) {
  const t = useWords('planRepeat');
  const change = (key: number, part: Partial<Member>) =>
    onChange(crew.map((member) => (member.key === key ? { ...member, ...part } : member)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">{t('crew')}</legend>
      {crew.map((member, nr) => (
        <div key={member.key} className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <NativeSelect
              aria-label={t('personNr', { nr: nr + 1 })}
              value={member.employeeId}
              onChange={(e) => change(member.key, { employeeId: e.target.value })}
            >
              <option value="">{t('openShift')}</option>
              {roster.employees.map((employee) => (
                <option key={employee.id} value={employee.id}>
                  {employee.name}
                </option>
              ))}
            </NativeSelect>
          </div>
          <Input
            type="number"
            aria-label={t('personBegins', { nr: nr + 1 })}
            className="w-20"
            min={1}
            max={Math.max(1, cycle)}
            value={member.offset + 1}
            onChange={(e) =>
              change(member.key, { offset: Math.max(0, Math.trunc(Number(e.target.value) || 1) - 1) })
            }
          />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('removePerson', { nr: nr + 1 })}
            disabled={crew.length === 1}
            onClick={() => onChange(crew.filter((other) => other.key !== member.key))}
          >
            <X />
          </Button>
        </div>
      ))}
      <Button
        size="sm"
        className="justify-self-start"
        disabled={crew.length >= 100}
        onClick={() =>
          onChange([...crew, { key: Math.max(...crew.map((one) => one.key)) + 1, employeeId: '', offset: 0 }])
        }
      >
        <Plus /> {t('addPerson')}
      </Button>
    </fieldset>
  );
}
