import type { DayAxis } from '@vaktplan/ui/schedule-grid';
import { addDays } from '../../lib/format';
import { wallMinutes } from './wall-clock';

const QUARTER = 15;
const MINUTE_MS = 60_000;
/** No clock is further from UTC. */
const FURTHEST = 15 * 60;

/** The first instant of a day in a zone, in milliseconds; where the clocks skip midnight that is one o'clock. */
function startOf(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  for (let minutes = -FURTHEST; minutes <= FURTHEST; minutes += QUARTER) {
    const instant = midnight + minutes * MINUTE_MS;
    if (wallMinutes(new Date(instant).toISOString(), date, zone) >= 0) return instant;
  }
  return midnight;
}

/** A day's hours as they are lived in a zone: 23 or 25 of them on the nights the clocks change, or a half more or less. */
export function dayAxis(date: string, zone: string): DayAxis {
  const start = startOf(date, zone);
  const minutes = (startOf(addDays(date, 1), zone) - start) / MINUTE_MS;
  const ticks: { at: number; wall: number }[] = [];
  for (let at = 0; at < minutes; at += QUARTER) {
    const wall = wallMinutes(new Date(start + at * MINUTE_MS).toISOString(), date, zone);
    if (wall % 60 === 0) ticks.push({ at, wall });
  }
  return { startsAt: new Date(start).toISOString(), minutes, ticks };
}
