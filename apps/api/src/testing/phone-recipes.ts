import { v7 as uuidv7 } from 'uuid';
import type { Recipe } from './recipe.ts';

const OWN = 'only one’s own';

/** How a phone keeps its copy and says where it is reached. */
export const PHONE_RECIPES: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/sync': {
    make: () => ({ query: { cursor: uuidv7(), limit: 50 } }),
    open: OWN,
    filter: 'a cursor that is not one’s own is answered with one’s own copy, from the start',
  },
  'GET /api/v1/time': { make: () => ({}), open: 'names no row' },
  'GET /api/v1/me/devices': { make: () => ({}), open: OWN },
  'POST /api/v1/me/devices': {
    make: () => ({
      body: {
        platform: 'android',
        name: 'Pixel',
        appVersion: '1.0.0',
        push: { provider: 'fcm', token: `token-${uuidv7()}` },
        language: 'da-DK',
        hours24: true,
        id: uuidv7(),
      },
    }),
    open: OWN,
    filter: 'an id that is not one of one’s own devices makes a new one',
  },
  'DELETE /api/v1/me/devices/{id}': {
    make: ({ ids }) => ({ path: { id: ids.device ?? '' } }),
  },
  'GET /api/v1/me/notification-settings': { make: () => ({}), open: OWN },
  'PATCH /api/v1/me/notification-settings': {
    make: () => ({
      body: {
        pushOff: ['welcome'],
        emailOff: ['schedule_published'],
        quietHours: { from: '22:00', to: '07:00' },
        zone: 'Europe/Oslo',
        reminderMinutes: 30,
      },
    }),
    open: OWN,
  },
};
