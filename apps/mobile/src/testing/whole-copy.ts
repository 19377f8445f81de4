import type { SyncPage } from '@vaktplan/contracts/http/sync';
import { correctionItem, lineItem, newsItem } from '@/sync/model/server-items.fixture';
import { phoneCopy } from './phone-copy';

const HOUR = 3_600_000;
const date = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const id = (n: number) => `019aab3d-5b0a-7000-8000-0000000000${String(n).padStart(2, '0')}`;

/** Told in facts: its sentence is the app's own. */
const PUBLISHED = {
  v: 1,
  what: 'schedule_published',
  startDate: '2026-11-23',
  endDate: '2026-11-29',
  added: 2,
  changed: 1,
  removed: 0,
} as const;

export const IDS = {
  employee: id(2),
  shift: id(3),
  place: id(4),
  entry: id(20),
  message: id(30),
  asked: id(40),
  colleague: id(61),
  device: id(70),
  nothing: id(98),
};

/** As the API lists this phone. */
export const DEVICE = {
  id: IDS.device,
  platform: 'android',
  name: 'Pixel 9',
  appVersion: null,
  provider: 'fcm',
  lastSeenAt: '2026-11-22T10:00:00Z',
  createdAt: '2026-11-22T10:00:00Z',
};

/** Every kind of item that a phone keeps, and each with all that it can have. */
export function wholeCopy(organizationId: string): SyncPage {
  const page = phoneCopy(organizationId);
  const yesterday = Date.now() - 30 * HOUR;
  const line = lineItem(IDS.employee, {
    id: IDS.entry,
    version: 3,
    correctionId: null,
    startMs: yesterday,
    endMs: yesterday + 8 * HOUR,
  });
  const asked = {
    id: IDS.asked,
    entryId: null,
    startedAt: date(-60),
    endedAt: date(-52),
    comment: 'Phone at home',
  };
  return {
    ...page,
    changes: [
      ...page.changes.map((one) => {
        if (one.kind === 'shift') return { ...one, item: { ...one.item, notes: 'Bring the keys' } };
        if (one.kind !== 'profile') return one;
        const settings = { ...one.item.settings, quietHours: { from: '22:00', to: '07:00' } };
        return { ...one, item: { ...one.item, settings } };
      }),
      {
        kind: 'location',
        id: IDS.place,
        item: {
          id: IDS.place,
          name: 'Nørrebro',
          zone: 'Europe/Copenhagen',
          address: 'Blågårdsgade 1',
          geofence: null,
          punch: {
            mobile: true,
            asksPosition: false,
            asksPhoto: true,
            positionMissing: 'off',
            outside: 'off',
            maxAgeSeconds: 120,
          },
        },
      },
      {
        kind: 'colleague',
        id: id(60),
        item: {
          shiftId: id(60),
          employeeId: IDS.colleague,
          name: 'Emil Krogh',
          positionName: 'Cook',
          localDate: date(1).slice(0, 10),
          locationId: IDS.place,
          departmentId: id(5),
          startsAt: date(1),
          endsAt: date(9),
        },
      },
      {
        kind: 'time_entry',
        id: IDS.entry,
        item: {
          ...line,
          state: 'rejected',
          decision: { by: null, at: date(-1), reason: 'Too long', automatic: false },
        },
      },
      {
        kind: 'timesheet',
        id: id(50),
        item: {
          id: id(50),
          startDate: date(-240).slice(0, 10),
          endDate: date(240).slice(0, 10),
          periodState: 'open',
          state: 'open',
          totals: {
            entries: 1,
            approvedEntries: 0,
            countedMinutes: 480,
            breakMinutes: 0,
            adjustmentMinutes: 0,
          },
          adjustments: [],
          submittedAt: null,
          approvedAt: null,
          abilities: { submit: true },
        },
      },
      { kind: 'correction', id: IDS.asked, item: correctionItem(IDS.employee, asked, Date.now() - HOUR) },
      {
        kind: 'notification',
        id: IDS.message,
        item: newsItem(IDS.message, Date.now() - HOUR, null, PUBLISHED),
      },
    ],
  };
}
