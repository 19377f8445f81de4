import { v7 as uuidv7 } from 'uuid';
import { PEER_PIN, type World } from './attack-world.ts';
import { seen, type Recipe, type Request } from './recipe.ts';

const photo = {
  purpose: 'punch_photo',
  contentType: 'image/jpeg',
  sizeBytes: 3,
  sha256: 'f'.repeat(64),
};
const OWN_KEY = 'the tablet’s token is the key';

/** As the enrolled tablet, whoever sends it. */
const asKiosk = (make: (ids: World['ids']) => Request): Recipe => ({
  make: ({ ids, kioskToken }) => ({ ...make(ids), header: { authorization: `Bearer ${kioskToken}` } }),
  open: OWN_KEY,
});

/** How the routes of kiosks, PINs and files are called rightly. */
export const KIOSK_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/kiosks': {
    make: ({ ids }) => ({ query: { locationId: ids.location } }),
  },
  'POST /api/v1/kiosks': {
    make: ({ ids }) => ({
      body: {
        locationId: ids.location,
        name: `Tablet ${uuidv7().slice(-8)}`,
        departmentIds: [ids.department],
        identification: 'name_and_pin',
        photo: 'optional',
        unscheduled: true,
      },
    }),
  },
  'PATCH /api/v1/kiosks/{id}': {
    make: ({ ids }) => ({
      path: { id: ids.kiosk ?? '' },
      header: seen,
      body: { name: 'Back door', departmentIds: [ids.department], photo: 'off' },
    }),
  },
  'POST /api/v1/kiosks/{id}/code': { make: ({ ids }) => ({ path: { id: ids.kiosk ?? '' } }) },
  'DELETE /api/v1/kiosks/{id}': { make: ({ ids }) => ({ path: { id: ids.spareKiosk ?? '' } }) },
  'GET /api/v1/employees/{id}/pin': { make: ({ ids }) => ({ path: { id: ids.candidate ?? '' } }) },
  'PUT /api/v1/employees/{id}/pin': {
    make: ({ ids }) => ({ path: { id: ids.candidate ?? '' }, body: { pin: '97531' } }),
  },
  'DELETE /api/v1/employees/{id}/pin': { make: ({ ids }) => ({ path: { id: ids.candidate ?? '' } }) },
  'POST /api/v1/kiosk/enroll': {
    make: ({ kioskCode }) => ({ body: { code: kioskCode } }),
    open: 'the code is the key',
  },
  'GET /api/v1/kiosk': asKiosk(() => ({})),
  'POST /api/v1/kiosk/identify': asKiosk((ids) => ({ body: { employeeId: ids.peer, pin: PEER_PIN } })),
  'POST /api/v1/kiosk/punches': asKiosk((ids) => ({
    body: {
      id: uuidv7(),
      kind: 'in',
      employeeId: ids.peer,
      occurredAt: '2025-12-01T08:00:00Z',
      offline: true,
      pin: PEER_PIN,
    },
  })),
  'POST /api/v1/kiosk/heartbeat': asKiosk(() => ({ body: { deviceTime: '2025-12-01T08:00:10Z' } })),
  'POST /api/v1/kiosk/token': asKiosk(() => ({})),
  'GET /api/v1/time-tracking/board': { make: ({ ids }) => ({ query: { locationId: ids.location } }) },
  'GET /api/v1/files': { make: ({ ids }) => ({ query: { timeEntryId: ids.entry } }) },
  'POST /api/v1/files': {
    make: ({ ids }) => ({ body: { ...photo, punchId: ids.ownPunch } }),
    open: 'the photo of one’s own punch',
  },
  'POST /api/v1/files/{id}/confirm': {
    make: ({ ids }) => ({ path: { id: ids.ownFile ?? '' } }),
    open: 'one’s own photo',
  },
  'DELETE /api/v1/files/{id}': { make: ({ ids }) => ({ path: { id: ids.spareFile ?? '' } }) },
  'POST /api/v1/kiosk/files': asKiosk((ids) => ({ body: { ...photo, punchId: ids.kioskPunch } })),
  'POST /api/v1/kiosk/files/{id}/confirm': asKiosk((ids) => ({ path: { id: ids.kioskFile ?? '' } })),
};
