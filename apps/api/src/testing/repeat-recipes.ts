import { v7 as uuidv7 } from 'uuid';
import type { World } from './attack-world.ts';
import { PRIVATE } from './private.ts';
import { seen, type Recipe } from './recipe.ts';

const EACH = 'every item of the list is answered for itself, with the code of its single request';

const item = (ids: World['ids']) => ({
  day: 0,
  startMinutes: 540,
  endMinutes: 1020,
  departmentId: ids.department,
  positionId: ids.position,
  employeeId: ids.colleague,
  notes: 'Bring the keys',
  breaks: [{ minutes: 30, paid: false, startMinutes: 720 }],
});

/** Work on many shifts at once: lists of changes, copies of ranges, templates. */
export const REPEAT_RECIPES: Readonly<Record<string, Recipe>> = {
  'POST /api/v1/shifts/bulk': {
    make: ({ ids }) => ({
      body: {
        changes: [
          {
            op: 'create',
            shift: {
              id: uuidv7(),
              departmentId: ids.department,
              positionId: ids.position,
              employeeId: ids.colleague,
              startsAt: '2025-12-17T09:00',
              endsAt: '2025-12-17T17:00',
            },
          },
          {
            op: 'update',
            id: ids.shift,
            version: 1,
            patch: {
              departmentId: ids.department,
              positionId: ids.position,
              employeeId: ids.colleague,
              notes: `${PRIVATE.draft}, changed with others`,
            },
          },
          { op: 'copy', id: ids.open, copy: { id: uuidv7(), date: '2025-12-18', employeeId: ids.colleague } },
          { op: 'restore', id: ids.gone, version: 2 },
          { op: 'delete', id: ids.published, version: 1 },
        ],
      },
    }),
    filter: EACH,
    open: EACH,
  },
  'POST /api/v1/schedules/copy': {
    make: ({ ids }) => ({
      body: {
        locationId: ids.location,
        departmentIds: [ids.department],
        from: { startDate: '2025-12-01', endDate: '2025-12-07' },
        toStartDate: '2026-01-05',
        people: 'keep',
        ineligible: 'open',
        onClosedDays: 'keep',
        dryRun: false,
      },
    }),
  },
  'GET /api/v1/shift-templates': { make: ({ ids }) => ({ query: { locationId: ids.location } }) },
  'GET /api/v1/shift-templates/{id}': { make: ({ ids }) => ({ path: { id: ids.template ?? '' } }) },
  'POST /api/v1/shift-templates': {
    make: ({ ids }) => ({
      body: {
        locationId: ids.location,
        name: 'Rotation',
        kind: 'rotation',
        departmentIds: [ids.department],
        keepPeople: true,
        cycleDays: 8,
        anchorDate: '2025-12-01',
        items: [item(ids)],
        onClosedDays: 'keep',
      },
    }),
  },
  'PATCH /api/v1/shift-templates/{id}': {
    make: ({ ids }) => ({
      path: { id: ids.template ?? '' },
      header: seen,
      body: { name: 'Renamed', items: [item(ids)], onClosedDays: 'keep' },
    }),
  },
  'DELETE /api/v1/shift-templates/{id}': {
    make: ({ ids }) => ({ path: { id: ids.spareTemplate ?? '' }, header: seen }),
  },
  'POST /api/v1/shift-templates/{id}/apply': {
    make: ({ ids }) => ({
      path: { id: ids.template ?? '' },
      body: {
        startDate: '2026-01-12',
        endDate: '2026-01-18',
        departmentIds: [ids.department],
        anchorDate: '2026-01-12',
        people: 'keep',
        ineligible: 'skip',
        onClosedDays: 'skip',
        dryRun: false,
      },
    }),
  },
};
