import type { SyncPage } from '@vaktplan/contracts/http/sync';
import { DEFAULT_NOTIFICATION_SETTINGS } from '@vaktplan/contracts/http/notification-settings';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

/** The whole of what the server tells a phone: one person, one place, one shift that begins in an hour. */
export const phoneCopy = (organizationId: string): SyncPage => ({
  cursor: 'c1',
  more: false,
  reset: true,
  changes: [
    {
      kind: 'profile',
      id: '019aab3d-5b0a-7000-8000-000000000001',
      item: {
        userId: 'user-1',
        employee: {
          id: '019aab3d-5b0a-7000-8000-000000000002',
          name: 'Kari Holm',
          email: 'kari@vaktplan.test',
          phone: null,
          number: null,
          departments: [],
        },
        organization: {
          id: organizationId,
          name: 'Café Nord',
          zone: 'Europe/Copenhagen',
          currency: 'DKK',
          locale: 'da-DK',
          weekStart: 1,
        },
        permissions: [],
        settings: DEFAULT_NOTIFICATION_SETTINGS,
      },
    },
    {
      kind: 'shift',
      id: '019aab3d-5b0a-7000-8000-000000000003',
      item: {
        id: '019aab3d-5b0a-7000-8000-000000000003',
        version: 1,
        open: false,
        localDate: at(1).slice(0, 10),
        zone: 'Europe/Copenhagen',
        startsAt: at(1),
        endsAt: at(9),
        breakMinutes: 30,
        locationId: '019aab3d-5b0a-7000-8000-000000000004',
        locationName: 'Nørrebro',
        departmentId: '019aab3d-5b0a-7000-8000-000000000005',
        departmentName: 'Floor',
        positionId: null,
        positionName: 'Barista',
        positionColor: null,
        notes: null,
        publishedAt: at(-24),
      },
    },
  ],
});
