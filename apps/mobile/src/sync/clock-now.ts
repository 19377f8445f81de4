import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { entriesNow, type EntryNow } from './entries-now';
import type { OutboxRow } from './outbox-row';
import { unseenPunches } from './unseen-punches';

export type ClockNow = {
  state: 'out' | 'in' | 'on_break';
  /** Since when it is so; null while out. Milliseconds since the epoch. */
  since: number | null;
  /** The hours that go on. */
  entry: EntryNow | null;
  /** Punches that are on this phone only. */
  waiting: number;
};

/** What the person's clock says, with the taps of this phone that the server has not answered. */
export function clockNow(lines: readonly TimesheetLine[], rows: readonly OutboxRow[]): ClockNow {
  const entry = entriesNow(lines, rows).find(({ endedAt }) => endedAt === null) ?? null;
  const pause = entry?.breaks.findLast(({ endedAt }) => endedAt === null);
  return {
    state: !entry ? 'out' : pause ? 'on_break' : 'in',
    since: pause?.startedAt ?? entry?.startedAt ?? null,
    entry,
    waiting: unseenPunches(rows).filter(({ state }) => state === 'saved' || state === 'sending').length,
  };
}
