import type { EntryBreakChange, EntryChange, PunchChanges } from '@vaktplan/db/queries/punches';
import type { LockedDays, StoredEntry } from '@vaktplan/db/queries/person-clocks';
import type { TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import { instantOf } from '../../time/utc.rules.ts';
import { ENGINE_VERSION } from '../compute/facts.rules.ts';
import type { ClockEntry, PersonClock } from './person-clock.ts';

const orNull = (at: number | null): string | null => (at === null ? null : instantOf(at));

export const toTimeEntryRow = (entry: ClockEntry, employeeId: string): TimeEntryRow => ({
  id: entry.id,
  employeeId,
  locationId: entry.locationId,
  shiftId: entry.shiftId,
  startedAt: instantOf(entry.start),
  endedAt: orNull(entry.end),
  zone: entry.zone,
  localDate: entry.localDate,
  countedStart: instantOf(entry.countedStart),
  countedEnd: orNull(entry.countedEnd),
  workedMinutes: entry.workedMinutes,
  deductedMinutes: entry.deductedMinutes,
  flags: entry.flags,
  deviations: entry.deviations,
  days: entry.days,
  version: entry.version,
  breaks: entry.breaks.map(({ id, start, end, paid }) => ({
    id,
    startedAt: instantOf(start),
    endedAt: orNull(end),
    paid,
  })),
});

function toChange(entry: ClockEntry, employeeId: string): EntryChange {
  const { breaks: _, ...row } = toTimeEntryRow(entry, employeeId);
  return {
    ...row,
    ...(entry.furtherShiftIds.length > 0 && { furtherShiftIds: entry.furtherShiftIds }),
    openedBy: entry.openedBy,
    closedBy: entry.closedBy,
    punchIds: entry.punchIds,
    settledAt: orNull(entry.settledAt),
    dueAt: orNull(entry.dueAt),
    policyId: entry.policyId,
    policyVersion: entry.policyVersion,
    engineVersion: ENGINE_VERSION,
    inputsHash: entry.inputsHash,
  };
}

export type ChangedEntry = { entry: ClockEntry; employeeId: string };
export type RemovedEntry = { id: string; employeeId: string; locationId: string; version: number };
export type EntryChanges = Omit<PunchChanges, 'punches'> & {
  changed: ChangedEntry[];
  removed: RemovedEntry[];
  /** Entries that would be otherwise, did they not lie in a locked period or stay as they are. */
  locked: ClockEntry[];
};

/** Ids of a person's entries that stay as they are stored, whatever comes out. */
export type Stays = (person: PersonClock, entries: readonly ClockEntry[]) => ReadonlySet<string>;
const NONE: ReadonlySet<string> = new Set();

/** What of the people's computed entries differs from what is stored. A locked day stays as it is. */
export function changesOf(
  people: Iterable<PersonClock>,
  lockedDays: readonly LockedDays[],
  stays: Stays = () => NONE,
): EntryChanges {
  const isLockedDay = (date: string): boolean =>
    lockedDays.some(({ startDate, endDate }) => startDate <= date && date <= endDate);
  const isLocked = ({ localDate, days }: Pick<StoredEntry, 'localDate' | 'days'>): boolean =>
    isLockedDay(localDate) || days.some((day) => isLockedDay(day.localDate));
  const result: EntryChanges = {
    inserted: [],
    updated: [],
    removedIds: [],
    breaks: [],
    restedIds: [],
    changed: [],
    removed: [],
    locked: [],
  };
  const breaks: EntryBreakChange[] = [];
  let rested = false;
  for (const person of people) {
    const { employeeId, entries, stored } = person;
    if (!entries) continue;
    const staying = stays(person, entries);
    const isFrozen = (row: StoredEntry): boolean => staying.has(row.id) || isLocked(row);
    const kept = new Set(entries.map((entry) => entry.stored?.id));
    // what is locked and would change keeps its time, and nothing new may lie in it
    const frozen = stored.filter(isFrozen);
    const meetsFrozen = (entry: ClockEntry): boolean =>
      frozen.some(
        (row) =>
          row.id !== entry.stored?.id &&
          Date.parse(row.startedAt) < (entry.end ?? Infinity) &&
          entry.start < (row.endedAt === null ? Infinity : Date.parse(row.endedAt)),
      );
    for (const row of stored) {
      if (kept.has(row.id) || isFrozen(row)) continue;
      result.removed.push({ id: row.id, employeeId, locationId: row.locationId, version: row.version + 1 });
    }
    for (const entry of entries) {
      if (entry.stored && entry.stored.version === entry.version) continue;
      const stuck = entry.stored ? isFrozen(entry.stored) : staying.has(entry.id);
      if (stuck || isLocked(entry) || meetsFrozen(entry)) {
        result.locked.push(entry);
        continue;
      }
      result.changed.push({ entry, employeeId });
      rested ||= entry.breaks.length > 0 || Boolean(entry.stored?.breakIds);
      for (const { id, start, end, paid } of entry.breaks) {
        breaks.push({ id, timeEntryId: entry.id, startedAt: instantOf(start), endedAt: orNull(end), paid });
      }
    }
  }
  const rows = (wanted: boolean) =>
    result.changed
      .filter(({ entry }) => (entry.stored === null) === wanted)
      .map(({ entry, employeeId }) => toChange(entry, employeeId));
  return {
    ...result,
    inserted: rows(true),
    updated: rows(false),
    removedIds: result.removed.map(({ id }) => id),
    breaks,
    restedIds: rested ? result.changed.map(({ entry }) => entry.id) : [],
  };
}
