import type { Recipe } from './recipe.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };

/** How forecasts, revenue, the budget and what is taken away of a schedule are called rightly. */
export const BUDGET_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/budget': { make: ({ ids }) => ({ query: { locationId: ids.location, ...week } }) },
  'GET /api/v1/budget/days': { make: ({ ids }) => ({ query: { locationId: ids.location, ...week } }) },
  'GET /api/v1/schedules/export': {
    make: ({ ids }) => ({
      query: {
        ...week,
        format: 'csv',
        locationId: ids.location,
        departments: ids.department,
        positions: ids.position,
        search: 'Person',
        view: 'working',
      },
    }),
    filter: 'but for the location, an id only narrows what the caller sees anyway',
    open: 'employees take away what they see',
  },
  'PUT /api/v1/budget/forecasts': {
    make: ({ ids }) => ({
      body: {
        locationId: ids.location,
        days: [
          {
            date: '2025-12-01',
            version: null,
            revenueMinor: 1_000_000,
            minutes: 2400,
            targetBasisPoints: 3000,
          },
        ],
      },
    }),
  },
  'PUT /api/v1/budget/revenue': {
    make: ({ ids }) => ({
      body: {
        locationId: ids.location,
        days: [{ date: '2025-12-01', version: null, revenueMinor: 900_000 }],
      },
    }),
  },
};
