import type { Recipe } from './recipe.ts';

/** How calendars and the subscriptions to them are called rightly. */
export const CALENDAR_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/calendar/{token}': {
    make: ({ feedToken }) => ({ path: { token: feedToken } }),
    open: 'the token is the key',
  },
  'GET /api/v1/calendar-feeds': { make: () => ({}), open: 'only one’s own' },
  'POST /api/v1/calendar-feeds': {
    make: ({ ids }) => ({ body: { kind: 'location', locationId: ids.location } }),
  },
  'POST /api/v1/calendar-feeds/{id}/renew': { make: ({ ids }) => ({ path: { id: ids.feed ?? '' } }) },
  'DELETE /api/v1/calendar-feeds/{id}': { make: ({ ids }) => ({ path: { id: ids.spareFeed ?? '' } }) },
};
