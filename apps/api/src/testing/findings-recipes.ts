import { MEMBERS, seen, type Recipe } from './recipe.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };

/** What the rules say, where shifts may go and who may work them. */
export const FINDINGS_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/employees/{id}/skills': { make: ({ ids }) => ({ path: { id: ids.colleague ?? '' } }) },
  'PUT /api/v1/employees/{id}/skills': {
    make: ({ ids }) => ({
      path: { id: ids.worker ?? '' },
      header: seen,
      body: { skills: [{ skillId: ids.licence, from: '2025-01-01', to: '2026-01-01' }] },
    }),
  },
  'GET /api/v1/positions/{id}/skills': {
    make: ({ ids }) => ({ path: { id: ids.position ?? '' } }),
    open: MEMBERS,
  },
  'PUT /api/v1/positions/{id}/skills': {
    make: ({ ids }) => ({
      path: { id: ids.position ?? '' },
      header: seen,
      body: { skillIds: [ids.licence] },
    }),
  },
  'GET /api/v1/findings': { make: ({ ids }) => ({ query: { locationId: ids.location, ...week } }) },
  'POST /api/v1/shifts/feasibility': {
    make: ({ ids }) => ({
      body: { locationId: ids.location, shiftIds: [ids.shift, ids.open], copy: false, ...week },
    }),
  },
  'POST /api/v1/shifts/candidates': {
    make: ({ ids }) => ({ body: { limit: 5, shiftId: ids.shift } }),
  },
};
