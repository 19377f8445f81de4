import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import type { SyncShift } from '@vaktplan/contracts/http/sync';
import type { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';

/** A UUID that says what it is of: kind and number. */
export const idOf = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const LOCATION = idOf(1, 1);
const DEPARTMENT = idOf(2, 1);
export const iso = (ms: number): string => new Date(ms).toISOString();

export const shiftItem = (id: string, version: number, startsMs: number): SyncShift => ({
  id,
  version,
  open: false,
  localDate: iso(startsMs).slice(0, 10),
  zone: 'UTC',
  startsAt: iso(startsMs),
  endsAt: iso(startsMs + 8 * 3_600_000),
  breakMinutes: 30,
  locationId: LOCATION,
  locationName: 'Harbour',
  departmentId: DEPARTMENT,
  departmentName: 'Kitchen',
  positionId: null,
  positionName: null,
  positionColor: null,
  notes: null,
  publishedAt: iso(startsMs - 86_400_000),
});

export const newsItem = (
  id: string,
  createdMs: number,
  readMs: number | null,
  said: NotificationView['said'] = null,
): NotificationView => ({
  id,
  kind: 'schedule_published',
  title: 'Your plan',
  body: 'It is out',
  said,
  link: null,
  createdAt: iso(createdMs),
  readAt: readMs === null ? null : iso(readMs),
});

type Hours = {
  id: string;
  version: number;
  startMs: number;
  endMs: number | null;
  correctionId: string | null;
};
export const lineItem = (employeeId: string, hours: Hours): TimesheetLine => ({
  id: hours.id,
  employeeId,
  employeeName: 'Ada',
  locationId: LOCATION,
  locationName: 'Harbour',
  departmentId: DEPARTMENT,
  localDate: iso(hours.startMs).slice(0, 10),
  zone: 'UTC',
  shift: null,
  startedAt: iso(hours.startMs),
  endedAt: hours.endMs === null ? null : iso(hours.endMs),
  countedStart: iso(hours.startMs),
  countedEnd: hours.endMs === null ? null : iso(hours.endMs),
  breaks: [],
  breakMinutes: 0,
  countedMinutes: hours.endMs === null ? 0 : Math.floor((hours.endMs - hours.startMs) / 60_000),
  flags: [],
  exception: false,
  state: hours.endMs === null ? 'open' : 'complete',
  decision: null,
  correctionId: hours.correctionId,
  ownHours: true,
  days: [],
  version: hours.version,
  abilities: { approve: false, correct: false, propose: true },
});

type Asked = { id: string; entryId: string | null; startedAt: string; endedAt: string; comment: string };
export const correctionItem = (employeeId: string, asked: Asked, atMs: number): CorrectionView => ({
  id: asked.id,
  employeeId,
  employeeName: 'Ada',
  entryId: asked.entryId,
  locationId: LOCATION,
  localDate: asked.startedAt.slice(0, 10),
  zone: 'UTC',
  before: null,
  requested: { startedAt: asked.startedAt, endedAt: asked.endedAt, breaks: [] },
  comment: asked.comment,
  state: 'proposed',
  reason: null,
  decidedBy: null,
  decidedAt: null,
  createdAt: iso(atMs),
  version: 1,
  abilities: { decide: false, withdraw: true },
});
