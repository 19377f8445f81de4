import type { Recipe } from './recipe.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };

const publish = (more: object = {}): Recipe => ({
  make: ({ ids }) => ({
    body: {
      locationId: ids.location,
      departmentIds: [ids.department],
      shiftIds: [ids.shift, ids.published],
      ...week,
      ...more,
    },
  }),
});

const OWN_PLACES = 'a planner is shown the snapshots of their own places, and here there are none';

/** Publishing, and looking back at what was published. */
export const PUBLICATION_RECIPES: Readonly<Record<string, Recipe>> = {
  'POST /api/v1/schedules/publish/preview': publish({ takeBack: true }),
  'POST /api/v1/schedules/publish': {
    make: (world) => {
      const listed = { notify: 'listed', notifyEmployeeIds: [world.ids.colleague] };
      return publish(listed).make(world);
    },
  },
  'POST /api/v1/schedules/unpublish': {
    make: (world) => {
      const listed = { notify: 'listed', notifyEmployeeIds: [world.ids.colleague] };
      return publish(listed).make(world);
    },
  },
  'GET /api/v1/schedules/as-seen': {
    open: OWN_PLACES,
    make: ({ ids }) => ({ query: { ...week, employeeId: ids.colleague, at: '2025-12-01T12:00:00Z' } }),
  },
  'GET /api/v1/schedules/publications': {
    open: OWN_PLACES,
    make: ({ ids }) => ({ query: { ...week, employeeId: ids.colleague } }),
  },
  'GET /api/v1/schedules/publications/people': {
    make: ({ ids }) => ({ query: { ...week, locationId: ids.location } }),
  },
};
