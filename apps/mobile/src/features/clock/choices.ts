import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import type { IconName } from '@/ui/icon';

type ClockState = 'out' | 'in' | 'on_break';
export type Choice = { kind: PunchKind; icon: IconName };

const punchIn: Choice = { kind: 'in', icon: 'log-in-outline' };
const punchOut: Choice = { kind: 'out', icon: 'log-out-outline' };
const breakStart: Choice = { kind: 'break_start', icon: 'cafe-outline' };
const breakEnd: Choice = { kind: 'break_end', icon: 'play-outline' };

/** What can be tapped in each state; the first is the big one. */
export const CHOICES: Record<ClockState, readonly [Choice, ...Choice[]]> = {
  out: [punchIn],
  in: [punchOut, breakStart],
  on_break: [breakEnd, punchOut],
};

export const ROW_ICONS = {
  saved: 'phone-portrait-outline',
  sending: 'cloud-upload-outline',
  confirmed: 'checkmark-circle-outline',
  refused: 'alert-circle-outline',
} as const satisfies Record<string, IconName>;
