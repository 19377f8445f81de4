import { resource } from '@/lib/resource';

/** The calendars one has subscribed to, with their addresses. */
export const calendarFeedsResource = resource('/calendar-feeds', () =>
  import('@vaktplan/contracts/http/calendar-feeds').then((contracts) => contracts.CalendarFeedList),
);
