import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import type {
  SyncColleague,
  SyncKind,
  SyncLocation,
  SyncProfile,
  SyncShift,
  SyncTimesheet,
} from '@vaktplan/contracts/http/sync';
import type { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { readItems } from './cached-items';
import type { OutboxRow, Owner } from './outbox-row';
import { Looked } from './schedule-changes';
import type { SyncStore } from './sync-store';

/** All that the phone holds of one person, at one moment. Never changed; another one takes its place. */
export type Snapshot = {
  owner: Owner;
  /** When it was last whole, by the phone's clock; null: never, so an empty list says nothing. */
  completeAt: number | null;
  /** So many things are too new, or too old, for this version of the app. */
  unreadable: number;
  rows: readonly OutboxRow[];
  profile: SyncProfile | null;
  locations: readonly SyncLocation[];
  shifts: readonly SyncShift[];
  colleagues: readonly SyncColleague[];
  entries: readonly TimesheetLine[];
  timesheets: readonly SyncTimesheet[];
  corrections: readonly CorrectionView[];
  notifications: readonly NotificationView[];
  /** The schedule as it was last looked at. */
  looked: Looked | null;
};

export const LOOKED = 'looked';

/** Reads it from the store; needs no connection. */
export async function loadSnapshot(store: SyncStore, owner: Owner): Promise<Snapshot> {
  const [state, rows, looked] = await Promise.all([
    store.cacheState(owner),
    store.rows(owner),
    store.getNote(owner, LOOKED),
  ]);
  let unreadable = 0;
  const read = <K extends SyncKind>(kind: K) => readItems(store, owner, kind, () => (unreadable += 1));
  const [profiles, locations, shifts, colleagues, entries, timesheets, corrections, notifications] =
    await Promise.all([
      read('profile'),
      read('location'),
      read('shift'),
      read('colleague'),
      read('time_entry'),
      read('timesheet'),
      read('correction'),
      read('notification'),
    ]);
  return {
    owner,
    completeAt: state.completeAt,
    unreadable,
    rows,
    profile: profiles[0] ?? null,
    locations,
    shifts: shifts.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
    colleagues,
    entries: entries.toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)),
    timesheets: timesheets.toSorted((a, b) => b.startDate.localeCompare(a.startDate)),
    corrections: corrections.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt)),
    notifications: notifications.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt)),
    looked: Looked.safeParse(looked === null ? null : JSON.parse(looked)).data ?? null,
  };
}
