import { resource } from '@/lib/resource';

type Days = { employeeId: string; startDate: string; endDate: string };

const contracts = () => import('@vaktplan/contracts/http/schedule-history');

/** The instants at which the person's view of those days changed. */
export const historyResource = (days: Days) =>
  resource('/schedules/publications', () => contracts().then((all) => all.PublicationHistory), days);

/** What the person saw of those days at `at`. */
export const asSeenResource = (days: Days, at: string) =>
  resource('/schedules/as-seen', () => contracts().then((all) => all.AsSeenList), { ...days, at });

type PlaceDays = { locationId: string; startDate: string; endDate: string };

/** For whom there is something to look back at. */
export const publishedPeopleResource = (days: PlaceDays) =>
  resource('/schedules/publications/people', () => contracts().then((all) => all.PublishedPeople), days);
