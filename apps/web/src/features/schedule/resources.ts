import { RosterView, ShiftList } from '@vaktplan/contracts/http/shifts';
import { resource } from '@/lib/resource';

type Range = { locationId: string; startDate: string; endDate: string };

/** The plan of a week at a location, drafts included for those who may see them. */
export const weekShiftsResource = (range: Range) => resource('/shifts', ShiftList, range);

/** People, positions and permissions that the week is drawn with. */
export const rosterResource = (range: Range) => resource('/schedules/roster', RosterView, range);
