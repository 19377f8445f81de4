import { v7 as uuidv7 } from 'uuid';
import { PRIVATE } from './attack-world.ts';
import type { Recipe } from './recipe.ts';

const EACH = 'every item of the list is answered for itself, with the code of its single request';

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
        dryRun: false,
      },
    }),
  },
};
