import { v7 as uuidv7 } from 'uuid';
import type { World } from './attack-world.ts';
import { PRIVATE } from './private.ts';
import { KIOSK_RECIPES } from './kiosk-recipes.ts';
import { BUDGET_RECIPES } from './budget-recipes.ts';
import { CALENDAR_RECIPES } from './calendar-recipes.ts';
import { CLOCK_RECIPES, tapped } from './clock-recipes.ts';
import { FINDINGS_RECIPES } from './findings-recipes.ts';
import { PHONE_RECIPES } from './phone-recipes.ts';
import { PUBLICATION_RECIPES } from './publication-recipes.ts';
import { MEMBERS, seen, type Recipe } from './recipe.ts';
import { REPEAT_RECIPES } from './repeat-recipes.ts';
import { STATUS_RECIPES } from './status-recipes.ts';
import { STRUCTURE_RECIPES } from './structure-recipes.ts';
import { TIMESHEET_RECIPES } from './timesheet-recipes.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };
const hours = { startsAt: '2025-12-10T09:00', endsAt: '2025-12-10T17:00' };
// the position may ask for a skill that nobody here holds
const why = { override: { reason: 'In training' } };
const nothing: Recipe = { make: () => ({}), open: 'names no row' };
const NARROWS = 'an id in a filter only narrows what the caller sees anyway';

const shift = (row: string, body?: (ids: World['ids']) => object): Recipe => ({
  make: ({ ids }) => ({
    path: { id: ids[row] ?? '' },
    header: seen,
    ...(body && { body: body(ids) }),
  }),
});
const employee = (row: string, body?: (ids: World['ids']) => object): Recipe => shift(row, body);

/** How each route is called rightly. A route without one fails the tests: a new one cannot be missed. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/invitations/{token}': {
    make: ({ token }) => ({ path: { token } }),
    open: 'the token is the key',
  },
  'POST /api/v1/invitations/accept': {
    make: ({ token }) => ({ body: { token, password: 'a long enough password' } }),
    open: 'the token is the key',
  },
  'GET /api/v1/me': nothing,
  'POST /api/v1/me/organization': {
    make: ({ ids }) => ({ body: { organizationId: ids.organization } }),
    open: MEMBERS,
  },
  'POST /api/v1/realtime/ticket': nothing,
  'POST /api/v1/organizations': {
    make: () => ({
      body: { name: 'Second', zone: 'Europe/Oslo', currency: 'NOK', locale: 'nb', locationName: 'X' },
    }),
    open: 'anybody may found one',
  },
  'GET /api/v1/dashboard': { make: ({ ids }) => ({ query: { locationId: ids.location } }) },
  'GET /api/v1/dev/mails': { make: () => ({}), absent: 'local mode only' },
  'GET /api/v1/employees': {
    make: ({ ids }) => ({
      query: {
        locationId: ids.location,
        departmentId: ids.department,
        search: 'Person',
        limit: 5,
        status: 'active',
      },
    }),
    filter: NARROWS,
    open: NARROWS,
  },
  'POST /api/v1/employees': {
    make: ({ ids }) => ({
      body: {
        name: 'New',
        email: `${uuidv7()}@new.test`,
        phone: '1',
        number: uuidv7().slice(-12),
        departmentIds: [ids.department],
        positionIds: [ids.position],
        contract: { from: '2025-12-01', to: null, minutesPerWeek: 60 },
        rate: { from: '2025-12-01', hourlyMinor: 100 },
      },
    }),
  },
  'GET /api/v1/employees/{id}': { make: ({ ids }) => ({ path: { id: ids.colleague ?? '' } }) },
  'PATCH /api/v1/employees/{id}': employee('colleague', (ids) => ({
    name: 'Changed',
    departmentIds: [ids.department],
    positionIds: [ids.position],
    contract: { from: '2026-01-01', to: null, minutesPerWeek: 60 },
    rate: { from: '2026-01-01', hourlyMinor: 100 },
  })),
  'POST /api/v1/employees/import': {
    make: ({ ids }) => ({
      body: { csv: `name;email\nCsv;${uuidv7()}@csv.test`, departmentId: ids.department },
    }),
  },
  'POST /api/v1/employees/{id}/invite': employee('candidate', (ids) => ({
    role: 'manager',
    locationId: ids.location,
    departmentId: ids.department,
  })),
  'POST /api/v1/employees/{id}/deactivate': employee('newcomer', () => ({ lastDay: '2025-12-02' })),
  'POST /api/v1/employees/{id}/reactivate': employee('leaver'),
  'GET /api/v1/schedules/roster': {
    make: ({ ids }) => ({ query: { locationId: ids.location, ...week } }),
    open: 'colleagues see names and positions',
  },
  'GET /api/v1/notifications': {
    make: () => ({ query: { limit: 5, unread: 'true' } }),
    open: 'only one’s own',
  },
  'GET /api/v1/notifications/unread-count': nothing,
  'POST /api/v1/notifications/read-all': nothing,
  'POST /api/v1/notifications/{id}/read': { make: ({ ids }) => ({ path: { id: ids.notification ?? '' } }) },
  'GET /api/v1/organizations/current': nothing,
  ...STATUS_RECIPES,
  ...STRUCTURE_RECIPES,
  ...TIMESHEET_RECIPES,
  ...BUDGET_RECIPES,
  ...CALENDAR_RECIPES,
  ...CLOCK_RECIPES,
  ...KIOSK_RECIPES,
  ...PHONE_RECIPES,
  ...REPEAT_RECIPES,
  'GET /api/v1/schedules': {
    make: ({ ids }) => ({ query: { ...week, locationId: ids.location, departmentId: ids.department } }),
    filter: NARROWS,
    open: NARROWS,
  },
  'POST /api/v1/schedules': {
    make: ({ ids }) => ({
      body: { departmentId: ids.department, startDate: '2026-02-02', endDate: '2026-02-08' },
    }),
  },
  ...FINDINGS_RECIPES,
  ...PUBLICATION_RECIPES,
  'GET /api/v1/shifts': {
    make: ({ ids }) => ({
      query: {
        ...week,
        locationId: ids.location,
        departmentId: ids.department,
        employeeId: ids.colleague,
        open: 'false',
        view: 'working',
      },
    }),
    filter: NARROWS,
    open: NARROWS,
  },
  'GET /api/v1/shifts/columns': {
    make: ({ ids }) => ({ query: { ...week, locationId: ids.location } }),
    filter: NARROWS,
    open: NARROWS,
  },
  'POST /api/v1/shifts': {
    make: ({ ids }) => ({
      body: {
        id: uuidv7(),
        departmentId: ids.department,
        positionId: ids.position,
        employeeId: ids.colleague,
        ...hours,
        notes: 'Bring the keys',
        breaks: [{ minutes: 30, paid: false, startsAt: null }],
        ...why,
      },
    }),
  },
  'GET /api/v1/shifts/{id}': shift('shift'),
  'PATCH /api/v1/shifts/{id}': shift('shift', (ids) => ({
    departmentId: ids.department,
    positionId: ids.position,
    employeeId: ids.colleague,
    startsAt: '2025-12-11T09:00',
    endsAt: '2025-12-11T17:00',
    notes: `${PRIVATE.draft}, changed`,
    breaks: [{ minutes: 30, paid: false, startsAt: null }],
    ...why,
  })),
  'DELETE /api/v1/shifts/{id}': shift('published'),
  'POST /api/v1/shifts/{id}/assign': shift('open', (ids) => ({ employeeId: ids.colleague, ...why })),
  'POST /api/v1/shifts/{id}/copy': {
    make: ({ ids }) => ({
      path: { id: ids.shift ?? '' },
      body: { id: uuidv7(), date: '2025-12-16', employeeId: ids.worker },
    }),
  },
  'POST /api/v1/shifts/{id}/restore': {
    make: ({ ids }) => ({ path: { id: ids.gone ?? '' }, header: { 'If-Match': '"2"' } }),
  },
  'POST /api/v1/time-tracking/punches': {
    make: ({ ids }) => ({
      body: {
        id: uuidv7(),
        kind: 'in',
        occurredAt: '2025-12-01T08:00:00Z',
        locationId: ids.location,
        deviceId: uuidv7(),
        tapped,
        position: { latitude: 1, longitude: 1, accuracyMeters: 5, ageSeconds: 1 },
      },
    }),
    open: 'one’s own clock',
  },
  'GET /api/v1/time-tracking/clock': { make: () => ({}), open: 'one’s own clock' },
  'GET /api/v1/time-tracking/at-work': { make: ({ ids }) => ({ query: { locationId: ids.location } }) },
  'GET /api/v1/time-entries': {
    make: ({ ids }) => ({ query: { ...week, employeeId: ids.colleague, locationId: ids.location } }),
    filter: NARROWS,
  },
};
