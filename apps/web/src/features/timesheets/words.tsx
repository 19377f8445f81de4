import type { EntryFlag, TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Badge } from '@vaktplan/ui';

const FLAGS: Record<EntryFlag, string> = {
  missing_out: 'No clock-out',
  auto_closed: 'Closed automatically',
  missing_in: 'No clock-in',
  over_max: 'Very long',
  unscheduled: 'Not scheduled',
  duplicate_punch: 'Punched twice',
  break_unclear: 'Break unclear',
  break_short: 'Break too short',
  no_break: 'No break',
  edited: 'Edited',
  late_fact: 'Came late',
  clock_skew: 'Clock of the device',
  offline: 'Offline',
  outside_place: 'Outside the place',
  place_uncertain: 'Place uncertain',
  place_unknown: 'Place unknown',
  stale_position: 'Old position',
  mock_position: 'Position faked',
  network_not_allowed: 'Other network',
  source_not_allowed: 'Other kind of device',
  deviation: 'Differs from plan',
  changed_since_decision: 'Changed since decided',
  correction_proposed: 'Correction asked for',
};

const STATES: Record<
  TimesheetLine['state'],
  { tone: 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'outline'; words: string }
> = {
  open: { tone: 'accent', words: 'At work' },
  complete: { tone: 'neutral', words: 'To approve' },
  submitted: { tone: 'accent', words: 'Handed in' },
  approved: { tone: 'success', words: 'Approved' },
  rejected: { tone: 'danger', words: 'Sent back' },
  locked: { tone: 'outline', words: 'Locked' },
};

export function StateBadge({ line }: { line: TimesheetLine }) {
  const { tone, words } = STATES[line.state];
  return (
    <Badge tone={tone}>
      {line.decision?.automatic && line.state === 'approved' ? 'Approved by itself' : words}
    </Badge>
  );
}

export function Flags({ flags }: { flags: readonly EntryFlag[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <Badge key={flag} tone="warning">
          {FLAGS[flag]}
        </Badge>
      ))}
    </span>
  );
}

/** Why there is no button: nobody approves their own. */
export function OwnHours({ line }: { line: TimesheetLine }) {
  if (!line.ownHours || line.state === 'approved' || line.state === 'locked') return null;
  return <p className="mt-1 text-[13px] text-muted">Your own: somebody else approves them.</p>;
}

/** May somebody still decide about it? */
export const isUndecided = (line: TimesheetLine): boolean =>
  line.abilities.approve && (line.state === 'complete' || line.state === 'submitted');

/** Undecided, and with nothing to look at. */
export const isClean = (line: TimesheetLine): boolean => isUndecided(line) && !line.exception;
