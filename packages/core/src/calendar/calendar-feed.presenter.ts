import type { CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import type { CalendarFeedRow } from '@vaktplan/db/queries/calendar-feeds';
import { feedToken, feedTokenHash } from './feed-token.ts';

/** What addresses are made of: the server's secret, and where people open the web app. */
export type FeedLinks = { secret: string; webUrl: string };

/** Row -> view, with the address for its owner. */
export function presentCalendarFeed(orgId: string, row: CalendarFeedRow, links: FeedLinks): CalendarFeedView {
  const token = feedToken(links.secret, orgId, row.id);
  return {
    id: row.id,
    kind: row.kind,
    locationId: row.locationId,
    createdAt: row.createdAt,
    url: feedTokenHash(token) === row.tokenHash ? `${links.webUrl}/calendar/${token}.ics` : null,
  };
}
