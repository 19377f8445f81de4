import { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { RosterView } from '@vaktplan/contracts/http/shifts';
import { resource, type Resource } from '@/lib/resource';
import type { ShownWeek } from './shown-week';

type Range = { locationId: string; startDate: string; endDate: string };

/** The plan of a week at a location, drafts included for those who may see them. */
export const weekShiftsResource = (range: Range): Resource<ShownWeek> =>
  resource('/shifts/columns', ShiftColumns, range);

/** People, positions and permissions that the week is drawn with. */
export const rosterResource = (range: Range) => resource('/schedules/roster', RosterView, range);
