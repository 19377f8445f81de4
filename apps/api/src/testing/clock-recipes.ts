import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import type { Recipe } from './recipe.ts';

const bootId = uuidv7();
export const tapped = { bootId, monotonicMs: 1000, sequence: 1 };
const position = { latitude: 1, longitude: 1, accuracyMeters: 5, ageSeconds: 1 };

/** How a device's queue and the rules of a clock are sent rightly. */
export const CLOCK_RECIPES: Readonly<Record<string, Recipe>> = {
  'POST /api/v1/time-tracking/punches/batch': {
    make: ({ ids }) => ({
      body: {
        punches: [
          {
            id: uuidv7(),
            kind: 'out',
            occurredAt: '2025-11-30T16:00:00Z',
            locationId: ids.location,
            deviceId: uuidv7(),
            offline: true,
            tapped,
            position,
          },
        ],
        sent: { bootId, monotonicMs: 2000 },
      },
    }),
    open: 'one’s own clock',
    filter: 'each punch is answered on its own; a place that is not there is not where it happened',
  },
  'GET /api/v1/time-policies': { make: ({ ids }) => ({ query: { locationId: ids.location } }) },
  'POST /api/v1/time-policies': {
    make: ({ ids }) => ({
      body: { locationId: ids.location, from: '2026-01-01', settings: DEFAULT_TIME_POLICY },
    }),
  },
};
