import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { rowsOf, type CorrectionTarget, type OutboxRow } from './outbox-row';
import { unseenPunches, type UnseenPunch } from './unseen-punches';

type Break = { startedAt: number; endedAt: number | null; paid: boolean };
/** Hours as the phone shows them: the server's, with what waits on this phone laid over. Times in milliseconds. */
export type EntryNow = {
  id: string;
  /** Null while the server knows nothing of it. */
  line: TimesheetLine | null;
  startedAt: number;
  endedAt: number | null;
  breaks: Break[];
  locationId: string | null;
  /** Some of it is on this phone only. */
  pending: boolean;
  /** What a correction of it has to name. */
  target: CorrectionTarget;
  /** saved: asked for on this phone. proposed: the server has it. */
  correction: 'none' | 'saved' | 'proposed';
};

/** The server may have put a time right by less than this; it is still the same tap. */
const SAME_MS = 2000;

/** Newest first. */
export function entriesNow(lines: readonly TimesheetLine[], rows: readonly OutboxRow[]): EntryNow[] {
  const entries = lines.map(fromLine);
  for (const punch of unseenPunches(rows)) lay(entries, punch);
  const asked = rowsOf(rows, 'correction').filter(({ state, seen }) => state !== 'refused' && !seen);
  for (const { body } of asked) {
    const entry = entries.find((one) => isTarget(one, body.target));
    if (entry?.correction === 'none') entry.correction = 'saved';
  }
  return entries.toSorted((a, b) => b.startedAt - a.startedAt);
}

const fromLine = (line: TimesheetLine): EntryNow => ({
  id: line.id,
  line,
  startedAt: Date.parse(line.startedAt),
  endedAt: line.endedAt === null ? null : Date.parse(line.endedAt),
  breaks: line.breaks.map(({ startedAt, endedAt, paid }) => ({
    startedAt: Date.parse(startedAt),
    endedAt: endedAt === null ? null : Date.parse(endedAt),
    paid,
  })),
  locationId: line.locationId,
  pending: false,
  target: { entryId: line.id, entryVersion: line.version },
  correction: line.correctionId === null ? 'none' : 'proposed',
});

/** Lays one punch over; one that the fetched hours hold already changes nothing. */
function lay(entries: EntryNow[], punch: UnseenPunch): void {
  const near = (moment: number | null) => moment !== null && Math.abs(moment - punch.at) < SAME_MS;
  const open = entries.find(({ startedAt, endedAt }) => endedAt === null && startedAt <= punch.at + SAME_MS);
  const known = entries.some(
    (entry) =>
      entry.line !== null &&
      ((punch.kind === 'in' && near(entry.startedAt)) ||
        (punch.kind === 'out' && near(entry.endedAt)) ||
        (punch.kind === 'break_start' && entry.breaks.some(({ startedAt }) => near(startedAt))) ||
        (punch.kind === 'break_end' && entry.breaks.some(({ endedAt }) => near(endedAt)))),
  );
  if (known) return;
  if (punch.kind === 'in') {
    if (!open) entries.push(begun(punch));
    return;
  }
  if (!open) return;
  const pause = open.breaks.findLast(({ endedAt }) => endedAt === null);
  if (punch.kind === 'break_start') {
    if (pause) return;
    open.breaks = [...open.breaks, { startedAt: punch.at, endedAt: null, paid: false }];
  } else if (pause) {
    open.breaks = open.breaks.map((one) => (one === pause ? { ...one, endedAt: punch.at } : one));
  }
  if (punch.kind === 'out') open.endedAt = punch.at;
  open.pending = true;
  if (!('punchId' in open.target)) open.target = { punchId: punch.id };
}

const begun = (punch: UnseenPunch): EntryNow => ({
  id: punch.id,
  line: null,
  startedAt: punch.at,
  endedAt: null,
  breaks: [],
  locationId: punch.locationId,
  pending: true,
  target: { punchId: punch.id },
  correction: 'none',
});

const isTarget = (entry: EntryNow, target: CorrectionTarget): boolean =>
  ('entryId' in target && target.entryId === entry.id) ||
  ('punchId' in target && 'punchId' in entry.target && target.punchId === entry.target.punchId);

/** Minutes worked, without unpaid breaks; of one that goes on: up to `now`. Whole minutes, rounded down. */
export function workedMinutes({ line, pending, startedAt, endedAt, breaks }: EntryNow, now: number): number {
  if (line && !pending && endedAt !== null) return line.countedMinutes;
  const end = endedAt ?? now;
  const paused = breaks
    .filter(({ paid }) => !paid)
    .reduce((sum, one) => sum + Math.max(0, (one.endedAt ?? end) - one.startedAt), 0);
  return Math.max(0, Math.floor((end - startedAt - paused) / 60_000));
}
