import type { Recipe } from './recipe.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };

/** What the rules say, where shifts may go and who may work them. */
export const FINDINGS_RECIPES: Readonly<Record<string, Recipe>> = {
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
