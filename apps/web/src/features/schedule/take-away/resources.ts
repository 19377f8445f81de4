import { resource } from '@/lib/resource';

type Range = { locationId: string; startDate: string; endDate: string };

/** The shifts of a range as the reader may see them, whole: for paper, where nothing is loaded later. */
export const shiftListResource = (range: Range) =>
  resource(
    '/shifts',
    () => import('@vaktplan/contracts/http/shifts').then((contracts) => contracts.ShiftList),
    range,
  );
