'use client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Button } from '@vaktplan/ui';
import { X } from 'lucide-react';
import { useWords } from '@/lib/words';

/** Entries that a decision about several did not change, by what stood in the way. */
export type Left = { why: string; lines: Pick<TimesheetLine, 'id' | 'employeeName'>[] };

const NAMES = 5;

/** What a decision about many left alone, and why: it stays until somebody has read it. */
export function LeftAsBefore({ left, onClose }: { left: readonly Left[]; onClose: () => void }) {
  const t = useWords('timesheet');
  const app = useWords('app');
  if (left.length === 0) return null;
  const namesOf = ({ lines }: Left): string => {
    const names = [...new Set(lines.map(({ employeeName }) => employeeName))];
    return names.slice(0, NAMES).join(app('comma')) + (names.length > NAMES ? ' …' : '');
  };
  return (
    <div role="alert" className="flex items-start gap-2 border-b border-border bg-warning/12 px-4 py-2">
      <ul className="grid flex-1 gap-2 text-[13px]">
        {left.map((one) => (
          <li key={one.why}>
            <p className="font-medium">{t('leftAsBefore', { count: one.lines.length })}</p>
            <p>{one.why}</p>
            <p className="text-muted">{namesOf(one)}</p>
          </li>
        ))}
      </ul>
      <Button variant="ghost" size="icon-sm" aria-label={app('close')} onClick={onClose}>
        <X />
      </Button>
    </div>
  );
}
