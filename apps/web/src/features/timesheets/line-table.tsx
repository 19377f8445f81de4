'use client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Button, Checkbox, Table, Th } from '@vaktplan/ui';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '@/lib/words';
import { actionsOf, LineRow, type LineAction, type OnLine } from './line-row';
import { isUndecided } from './words';

type Props = {
  lines: TimesheetLine[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onAction: OnLine;
};

const AT_FIRST = 200;
const KEYS: Record<string, LineAction> = {
  a: 'approve',
  e: 'correct',
  r: 'reject',
  u: 'reopen',
  h: 'history',
  c: 'proposal',
};

/**
 * Entries as rows that are moved through with the arrows (or J and K): A approves and goes on to the next that waits, E
 * corrects, R sends back, U takes back, C answers a proposal, H shows the history, Space selects.
 */
export function LineTable({ lines, selected, onSelect, onAction }: Props) {
  const t = useWords('timesheets');
  const sheet = useWords('timesheet');
  const [active, setActive] = useState<string>();
  const [most, setMost] = useState(AT_FIRST);
  const shown = lines.slice(0, most);
  const activeId = shown.some((line) => line.id === active) ? active : shown[0]?.id;
  const selectable = lines.filter((line) => line.abilities.correct && line.endedAt !== null);
  const all = selectable.length > 0 && selectable.every((line) => selected.has(line.id));

  const focus = (line: TimesheetLine | undefined) => {
    if (!line) return;
    setActive(line.id);
    document.getElementById(`line-${line.id}`)?.focus();
  };
  const select = (line: TimesheetLine, wanted: boolean) => {
    const next = new Set(selected);
    if (wanted) next.add(line.id);
    else next.delete(line.id);
    onSelect(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = shown.findIndex((line) => line.id === target.closest('tr')?.dataset.line);
    const line = shown[at];
    if (!line || target.closest('input, [role=menu]')) return;
    const key = event.key.toLowerCase();
    const action = KEYS[key];
    if (key === 'arrowdown' || key === 'j') focus(shown[at + 1]);
    else if (key === 'arrowup' || key === 'k') focus(shown[at - 1]);
    else if (key === 'home') focus(shown[0]);
    else if (key === 'end') focus(shown.at(-1));
    else if (key === ' ' && target.tagName === 'TR') select(line, !selected.has(line.id));
    else if (action && (action === 'history' || actionsOf(line)[action])) {
      onAction(action, line);
      if (action === 'approve') focus(shown.slice(at + 1).find(isUndecided) ?? shown[at + 1]);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <Table label={t('entries')}>
        <thead>
          <tr>
            <Th className="w-10 pe-0">
              <Checkbox
                label={<span className="sr-only">{t('selectAll')}</span>}
                checked={all ? true : selected.size > 0 ? 'indeterminate' : false}
                onCheckedChange={() => onSelect(new Set(all ? [] : selectable.map((line) => line.id)))}
              />
            </Th>
            <Th>{t('col_person')}</Th>
            <Th className="max-lg:hidden">{t('col_planned')}</Th>
            <Th className="max-md:hidden">{t('col_punched')}</Th>
            <Th className="max-lg:hidden">{t('col_counted')}</Th>
            <Th className="text-end max-md:hidden">{t('col_break')}</Th>
            <Th className="text-end max-md:hidden">{t('col_length')}</Th>
            <Th className="max-md:hidden">{sheet('row_state')}</Th>
            <Th>
              <span className="sr-only">{t('actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <LineRow
              key={line.id}
              line={line}
              selected={selected.has(line.id)}
              active={line.id === activeId}
              onSelect={select}
              onFocus={setActive}
              onKeyDown={onKeyDown}
              onAction={onAction}
            />
          ))}
        </tbody>
      </Table>
      {most < lines.length && (
        <div className="flex justify-center border-t border-border p-3">
          <Button onClick={() => setMost(most + AT_FIRST)}>
            {t('showMore', { count: Math.min(AT_FIRST, lines.length - most) })}
          </Button>
        </div>
      )}
      <p className="border-t border-border px-4 py-2 text-[13px] text-muted max-md:hidden">{t('keys')}</p>
    </>
  );
}
