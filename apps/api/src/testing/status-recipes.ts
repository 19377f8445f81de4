import type { Recipe } from './recipe.ts';

const nothing: Recipe = { make: () => ({}), open: 'names no row' };

/** How the installation is, and what of one's own failed. */
export const STATUS_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/status': nothing,
  'GET /api/v1/status/failed-jobs': nothing,
  'GET /api/v1/status/schedules': nothing,
  'POST /api/v1/status/board': { make: () => ({}), absent: 'for who runs the installation' },
  'POST /api/v1/status/failed-jobs/replay': {
    make: () => ({ body: { queue: 'events', jobId: 'there-is-none' } }),
    absent: 'nothing has failed here; status.test.ts replays',
  },
};
