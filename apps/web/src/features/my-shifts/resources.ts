import { getListShiftsUrl } from '@vaktplan/api-client';
import { addDays } from '@/lib/format';
import { resource } from '@/lib/resource';

const daysShown = 28;

/** Own published shifts of the four weeks from `startDate` on. */
export const myShiftsResource = (employeeId: string, startDate: string) =>
  resource(
    getListShiftsUrl({
      startDate,
      endDate: addDays(startDate, daysShown - 1),
      employeeId,
      view: 'published',
    }),
    () => import('@vaktplan/contracts/http/shifts').then((contracts) => contracts.ShiftList),
  );
