import type { EntryFlag, TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Badge } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

const TONES: Record<
  TimesheetLine['state'],
  'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'outline'
> = {
  open: 'accent',
  complete: 'neutral',
  submitted: 'accent',
  approved: 'success',
  rejected: 'danger',
  locked: 'outline',
};

export function StateBadge({ line: { state, decision } }: { line: TimesheetLine }) {
  const t = useWords('timesheet');
  return (
    <Badge tone={TONES[state]}>
      {t(decision?.automatic && state === 'approved' ? 'approvedByItself' : `state_${state}`)}
    </Badge>
  );
}

export function Flags({ flags }: { flags: readonly EntryFlag[] }) {
  const t = useWords('lineFlags');
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <Badge key={flag} tone="warning">
          {t(flag)}
        </Badge>
      ))}
    </span>
  );
}

/** Why there is no button: nobody approves their own. */
export function OwnHours({ line }: { line: TimesheetLine }) {
  const t = useWords('timesheet');
  if (!line.ownHours || line.state === 'approved' || line.state === 'locked') return null;
  return <p className="mt-1 text-[13px] text-muted">{t('yourOwn')}</p>;
}

/** May somebody still decide about it? */
export const isUndecided = (line: TimesheetLine): boolean =>
  line.abilities.approve && (line.state === 'complete' || line.state === 'submitted');

/** Undecided, and with nothing to look at. */
export const isClean = (line: TimesheetLine): boolean => isUndecided(line) && !line.exception;
