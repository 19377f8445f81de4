import * as z from 'zod';
import { Id, Instant, listOf } from '../primitives.ts';

/** `employee`: one's own published shifts. `location`: those of a place, as far as one plans there. */
export const CreateCalendarFeedSchema = z
  .strictObject({ kind: z.enum(['employee', 'location']), locationId: Id.optional() })
  .refine(({ kind, locationId }) => (kind === 'location') === (locationId !== undefined), {
    message: "Goes with kind 'location', and only with it",
    path: ['locationId'],
  })
  .meta({ id: 'CreateCalendarFeed' });
export type CreateCalendarFeed = z.infer<typeof CreateCalendarFeedSchema>;

/** A subscription of one's own. Whoever has the address can read the calendar, so it can be renewed or revoked. */
export const CalendarFeedView = z
  .object({
    id: Id,
    kind: z.enum(['employee', 'location']),
    locationId: Id.nullable(),
    createdAt: Instant,
    /** To paste into a calendar; null when it was made under another server secret: renew it to see one. */
    url: z.url().nullable(),
  })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeedView = z.infer<typeof CalendarFeedView>;

export const CalendarFeedList = listOf(CalendarFeedView).meta({ id: 'CalendarFeedList' });
export type CalendarFeedList = z.infer<typeof CalendarFeedList>;
