import { Temporal } from 'temporal-polyfill';
import type { SaidShift } from '@vaktplan/contracts/http/news';
import { localDateOf } from '../time/local-time.rules.ts';

type Shift = { startsAt: string; endsAt: string; zone: string; locationName: string };

/** A shift as notifications tell of it, with its days at the workplace. */
export const saidShift = ({ startsAt, endsAt, zone, locationName }: Shift): SaidShift => {
  const day = (instant: string) => localDateOf(Temporal.Instant.from(instant), zone);
  return { startDate: day(startsAt), endDate: day(endsAt), startsAt, endsAt, zone, place: locationName };
};
