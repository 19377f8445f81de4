import { makeEventMonths, retireEvents } from '@vaktplan/db/queries/event-months';
import type { Handler } from './handler.ts';

const MONTHS_AHEAD = 12;

/** Needs no claim: what is there is not made again, what is gone stays gone. */
export const keepEventsHandler: Handler<'keep-events'> = async (
  _,
  { log },
  { relayPool, retention, now },
) => {
  const made = await makeEventMonths(relayPool, MONTHS_AHEAD);
  if (retention.eventMonths === 0) return { made, dropped: [] };
  const thisMonth = now().toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  const before = thisMonth.subtract({ months: retention.eventMonths }).toInstant().toString();
  const { dropped, held } = await retireEvents(relayPool, before);
  if (held) log.error({ held, before }, 'events are kept longer than they should be');
  return { made, dropped };
};
