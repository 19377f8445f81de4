import { v7 as uuidv7 } from 'uuid';
import { MEMBERS, seen, type Recipe } from './recipe.ts';

const closing = {
  closedWeekdays: [7],
  closedDays: [{ date: '2025-12-25', open: false, name: 'Christmas' }],
};

const structure = (
  kind: string,
  row: string,
  body: Recipe['make'],
  change: object,
): Record<string, Recipe> => ({
  [`GET /api/v1/${kind}`]: { make: () => ({}), open: MEMBERS },
  [`POST /api/v1/${kind}`]: { make: body },
  [`PATCH /api/v1/${kind}/{id}`]: {
    make: ({ ids }) => ({ path: { id: ids[row] ?? '' }, body: change, header: seen }),
  },
  [`DELETE /api/v1/${kind}/{id}`]: { make: ({ ids }) => ({ path: { id: ids[row] ?? '' }, header: seen }) },
});

/** How the organisation and its places, positions and skills are called rightly. */
export const STRUCTURE_RECIPES: Readonly<Record<string, Recipe>> = {
  'PATCH /api/v1/organizations/current': {
    make: () => ({
      body: { name: 'Renamed', zone: 'Europe/Oslo', locale: 'nb', weekStart: 1 },
      header: seen,
    }),
  },
  ...structure(
    'locations',
    'spareLocation',
    () => ({
      body: {
        name: `New ${uuidv7()}`,
        zone: 'Europe/Oslo',
        address: 'Street 1',
        geofence: { latitude: 1, longitude: 1, radiusMeters: 100 },
        ...closing,
      },
    }),
    { name: 'Renamed location', geofence: { latitude: 1, longitude: 1, radiusMeters: 100 }, ...closing },
  ),
  ...structure(
    'departments',
    'spareDepartment',
    ({ ids }) => ({ body: { locationId: ids.location, name: `New ${uuidv7()}`, costCentre: '1' } }),
    { name: 'Renamed department' },
  ),
  ...structure(
    'positions',
    'sparePosition',
    ({ ids }) => ({ body: { departmentId: ids.department, name: `New ${uuidv7()}`, color: '#112233' } }),
    { name: 'Renamed position' },
  ),
  ...structure('skills', 'skill', () => ({ body: { name: `New ${uuidv7()}` } }), { name: 'Renamed skill' }),
};
