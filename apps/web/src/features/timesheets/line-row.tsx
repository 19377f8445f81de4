'use client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import {
  Button,
  Checkbox,
  cn,
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
  Td,
  Tr,
} from '@vaktplan/ui';
import { Check, History, MoreHorizontal, Pencil, RotateCcw, Undo2 } from 'lucide-react';
import Link from 'next/link';
import type { KeyboardEvent } from 'react';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { Flags, OwnHours, StateBadge } from './words';

export type LineAction = 'approve' | 'reject' | 'reopen' | 'correct' | 'history' | 'proposal';
export type OnLine = (action: LineAction, line: TimesheetLine) => void;

type Props = {
  line: TimesheetLine;
  selected: boolean;
  active: boolean;
  onSelect: (line: TimesheetLine, selected: boolean) => void;
  onFocus: (id: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onAction: OnLine;
};

const DASH = '–';

/** What may be done with an entry, and by which key. */
export const actionsOf = (line: TimesheetLine) => ({
  proposal: line.correctionId !== null && line.abilities.correct,
  approve: line.abilities.approve && line.state !== 'approved',
  correct: line.abilities.correct,
  reject: line.abilities.correct && line.endedAt !== null && line.state !== 'rejected',
  reopen: line.abilities.correct && (line.state === 'approved' || line.state === 'rejected'),
});

/** One entry: planned, punched, counted, and what is odd about it. On a phone in two lines. */
export function LineRow({ line, selected, active, onSelect, onFocus, onKeyDown, onAction }: Props) {
  const t = useWords('timesheets');
  const history = useWords('timesheet')('history');
  const comma = useWords('app')('comma');
  const format = useFormat();
  const day = format.shortDay(line.localDate);
  const times = (from: string, to: string | null) =>
    to ? format.times(from, to, line.zone) : `${format.time(from, line.zone)} ${DASH}`;
  const planned = line.shift ? times(line.shift.startsAt, line.shift.endsAt) : DASH;
  const punched = times(line.startedAt, line.endedAt);
  const counted = line.endedAt ? times(line.countedStart, line.countedEnd) : DASH;
  const can = actionsOf(line);
  const name = `${line.employeeName}${comma}${day}`;
  return (
    <Tr
      id={`line-${line.id}`}
      data-line={line.id}
      tabIndex={active ? 0 : -1}
      aria-selected={selected}
      aria-label={name}
      onFocus={() => onFocus(line.id)}
      onKeyDown={onKeyDown}
      className={cn(
        'focus-visible:-outline-offset-2',
        selected ? 'bg-accent/50' : line.exception && can.approve ? 'bg-warning/5' : 'hover:bg-surface-2/60',
      )}
    >
      <Td className="w-10 pe-0">
        <Checkbox
          label={<span className="sr-only">{t('selectOne', { name })}</span>}
          checked={selected}
          tabIndex={-1}
          onCheckedChange={(next) => onSelect(line, next === true)}
        />
      </Td>
      <Td className="max-md:w-full max-md:px-2">
        <Link
          href={`/timesheets/${line.employeeId}?date=${line.localDate}`}
          tabIndex={-1}
          className="font-medium hover:underline md:block md:max-w-48 md:min-w-36 md:truncate"
          title={line.employeeName}
        >
          {line.employeeName}
        </Link>
        <p className="text-[13px] whitespace-nowrap text-muted">{day}</p>
        <div className="grid gap-1 md:hidden">
          <p className="text-[13px] text-muted tabular-nums">
            <span className="whitespace-nowrap">{counted === DASH ? punched : counted}</span> ·{' '}
            <span className="whitespace-nowrap">{format.duration(line.countedMinutes)}</span>
          </p>
          <span className="flex flex-wrap gap-1">
            <StateBadge line={line} />
            <Flags flags={line.flags} />
          </span>
          <OwnHours line={line} />
          {line.decision?.reason && <p className="text-[13px]">{line.decision.reason}</p>}
        </div>
      </Td>
      <Td className="whitespace-nowrap text-muted tabular-nums max-lg:hidden">{planned}</Td>
      <Td className="whitespace-nowrap tabular-nums max-md:hidden">{punched}</Td>
      <Td className="whitespace-nowrap tabular-nums max-lg:hidden">{counted}</Td>
      <Td className="text-end whitespace-nowrap tabular-nums max-md:hidden">
        {line.breakMinutes ? format.duration(line.breakMinutes) : DASH}
      </Td>
      <Td className="text-end font-medium whitespace-nowrap tabular-nums max-md:hidden">
        {line.endedAt ? format.duration(line.countedMinutes) : DASH}
      </Td>
      <Td className="max-md:hidden">
        <span className="flex flex-wrap items-center gap-1">
          <StateBadge line={line} />
          <Flags flags={line.flags} />
        </span>
        <OwnHours line={line} />
        {line.decision?.reason && (
          <p className="mt-1 max-w-64 truncate text-[13px] text-muted">{line.decision.reason}</p>
        )}
      </Td>
      <Td className="pe-2 ps-0 text-end whitespace-nowrap">
        {can.proposal ? (
          <Button size="sm" tabIndex={-1} onClick={() => onAction('proposal', line)}>
            {t('answer')}
          </Button>
        ) : (
          can.approve && (
            <Button
              variant="ghost"
              size="icon-sm"
              tabIndex={-1}
              aria-label={t('approveOne', { name })}
              onClick={() => onAction('approve', line)}
            >
              <Check />
            </Button>
          )
        )}
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon-sm" tabIndex={-1} aria-label={t('actionsOf', { name })}>
              <MoreHorizontal />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {can.approve && (
              <DropdownMenuItem onSelect={() => onAction('approve', line)}>
                <Check />
                {t('approve')}
              </DropdownMenuItem>
            )}
            {can.correct && (
              <DropdownMenuItem onSelect={() => onAction('correct', line)}>
                <Pencil />
                {t('correctTimes')}
              </DropdownMenuItem>
            )}
            {can.reject && (
              <DropdownMenuItem onSelect={() => onAction('reject', line)}>
                <Undo2 />
                {t('sendBack')}
              </DropdownMenuItem>
            )}
            {can.reopen && (
              <DropdownMenuItem onSelect={() => onAction('reopen', line)}>
                <RotateCcw />
                {t('takeBack')}
              </DropdownMenuItem>
            )}
            <DropdownMenuItem onSelect={() => onAction('history', line)}>
              <History />
              {history}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </Td>
    </Tr>
  );
}
