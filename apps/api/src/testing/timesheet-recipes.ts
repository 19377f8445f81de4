import { MEMBERS, seen, type Recipe } from './recipe.ts';

const december = { startDate: '2025-12-01', endDate: '2025-12-07' };
const EACH = 'every entry of the list is answered for itself';
const NARROWS = 'an id in a filter only narrows what the caller sees anyway';
const OWN = 'only one’s own, or of places where the caller approves';

const entries = (more: object = {}): Recipe => ({
  make: ({ ids }) => ({ body: { entries: [{ id: ids.worked, version: 1 }], ...more } }),
  filter: EACH,
  open: EACH,
});
const row = (name: string, body?: object, version = 1): Recipe => ({
  make: ({ ids }) => ({
    path: { id: ids[name] ?? '' },
    header: { 'If-Match': `"${version}"` },
    ...(body && { body }),
  }),
});

/** Pay periods, timesheets, corrections and what came too late. */
export const TIMESHEET_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/own-data': { make: () => ({}), open: 'only one’s own' },
  'GET /api/v1/own-data/export': { make: () => ({ query: { format: 'csv' } }), open: 'only one’s own' },
  'GET /api/v1/pay-periods': { make: () => ({ query: december }), open: MEMBERS },
  'GET /api/v1/pay-periods/settings': { make: () => ({}), open: MEMBERS },
  'PATCH /api/v1/pay-periods/settings': {
    make: () => ({
      header: seen,
      body: {
        frequency: 'monthly',
        anchor: '2024-01-01',
        relockHours: 12,
        positionRetentionDays: 60,
        photoRetentionDays: 20,
        ownApproval: true,
      },
    }),
  },
  'GET /api/v1/pay-periods/tolerances': { make: () => ({}), open: 'the minutes of each location' },
  'PUT /api/v1/pay-periods/tolerances/{id}': row(
    'location',
    { automatic: false, startMinutes: 5, endMinutes: 5, totalMinutes: 10 },
    0,
  ),
  'POST /api/v1/pay-periods/{id}/close': row('periodToClose'),
  'POST /api/v1/pay-periods/{id}/reopen': row('periodToReopen'),
  'POST /api/v1/pay-periods/{id}/lock': row('periodToLock', { anyway: true }),
  'POST /api/v1/pay-periods/{id}/unlock': row('periodToUnlock', { reason: 'Hours were forgotten' }),
  'GET /api/v1/pay-periods/{id}/history': {
    ...row('periodToClose'),
    open: 'who locked it and why, for all who approve somewhere',
  },
  'GET /api/v1/timesheets': {
    make: ({ ids }) => ({ query: { employeeId: ids.colleague, date: '2025-12-01' } }),
  },
  'POST /api/v1/timesheets/{id}/submit': row('sheet'),
  'GET /api/v1/timesheets/{id}/history': row('sheet'),
  'GET /api/v1/refused-taps': { make: () => ({}), open: OWN },
  'POST /api/v1/refused-taps/{id}/settle': {
    make: ({ ids }) => ({
      path: { id: ids.refusedTap ?? '' },
      header: seen,
      body: { count: true, employeeId: ids.colleague, reason: 'Seen at the door' },
    }),
  },
  'GET /api/v1/timesheets/export': {
    make: ({ ids }) => ({
      query: {
        ...december,
        format: 'csv',
        employeeId: ids.colleague,
        locationId: ids.location,
        departmentId: ids.department,
        onlyApproved: 'false',
      },
    }),
    filter: NARROWS,
    open: OWN,
  },
  'GET /api/v1/timesheets/lines': {
    make: ({ ids }) => ({
      query: {
        ...december,
        locationId: ids.location,
        departmentId: ids.department,
        employeeId: ids.colleague,
      },
    }),
    filter: NARROWS,
    open: OWN,
  },
  // after the hours of the world, which have no punches and would not outlast being computed anew
  'POST /api/v1/timesheets/lines': {
    make: ({ ids }) => ({
      body: {
        employeeId: ids.colleague,
        locationId: ids.location,
        startedAt: '2025-11-29T08:00:00Z',
        endedAt: '2025-11-29T15:00:00Z',
        breaks: [{ startedAt: '2025-11-29T11:00:00Z', endedAt: '2025-11-29T11:30:00Z', paid: false }],
        reason: 'The phone was broken',
      },
    }),
  },
  'POST /api/v1/timesheets/lines/approve': entries(),
  'POST /api/v1/timesheets/lines/reject': entries({ reason: 'Look again' }),
  'POST /api/v1/timesheets/lines/reopen': entries({ reason: 'Looked again' }),
  'PATCH /api/v1/timesheets/lines/{id}': row('worked', {
    startedAt: '2025-11-28T08:00:00Z',
    endedAt: '2025-11-28T14:00:00Z',
    breaks: [{ startedAt: '2025-11-28T11:00:00Z', endedAt: '2025-11-28T11:30:00Z', paid: false }],
    reason: 'As the door log says',
  }),
  'GET /api/v1/timesheets/lines/{id}/history': row('worked'),
  'GET /api/v1/timesheets/adjustments': { make: () => ({}), open: OWN },
  'POST /api/v1/timesheets/adjustments/{id}/settle': row('adjustment', { minutes: 15, reason: 'Came late' }),
  'GET /api/v1/timesheet-corrections': {
    make: ({ ids }) => ({ query: { ...december, state: 'proposed', employeeId: ids.colleague } }),
    filter: NARROWS,
    open: OWN,
  },
  'POST /api/v1/timesheet-corrections': {
    make: ({ ids }) => ({
      body: {
        entryId: ids.ownWork,
        entryVersion: 1,
        locationId: ids.location,
        startedAt: '2025-11-27T08:00:00Z',
        endedAt: '2025-11-27T15:00:00Z',
        breaks: [{ startedAt: '2025-11-27T11:00:00Z', endedAt: '2025-11-27T11:30:00Z', paid: false }],
        comment: 'I left earlier',
      },
    }),
  },
  'POST /api/v1/timesheet-corrections/{id}/accept': row('missedDay', { reason: 'Seen at work' }),
  'POST /api/v1/timesheet-corrections/{id}/decline': row('proposal', { reason: 'You were seen' }),
  'POST /api/v1/timesheet-corrections/{id}/withdraw': row('ownProposal'),
};
