import { resource, type Resource } from '@/lib/resource';
import type { ShownWeek } from './shown-week';

type Range = { locationId: string; startDate: string; endDate: string };

/** The plan of a week at a location, drafts included for those who may see them. */
export const weekShiftsResource = (range: Range): Resource<ShownWeek> =>
  resource(
    '/shifts/columns',
    () => import('@vaktplan/contracts/http/shift-columns').then((contracts) => contracts.ShiftColumns),
    range,
  );

/** People, positions and permissions that the week is drawn with. */
export const rosterResource = (range: Range) =>
  resource(
    '/schedules/roster',
    () => import('@vaktplan/contracts/http/shifts').then((contracts) => contracts.RosterView),
    range,
  );

/** What the rules say of the plan, for those who plan there. */
export const findingsResource = (range: Range) =>
  resource(
    '/findings',
    () => import('@vaktplan/contracts/http/findings').then((contracts) => contracts.FindingList),
    range,
  );
