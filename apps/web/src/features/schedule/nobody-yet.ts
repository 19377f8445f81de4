import type { MeView } from '@vaktplan/contracts/http/me';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { CurrentLocation } from '@/features/shell/current-location';

/** Stands for the people of a location who could not be had: nobody, and nothing that may be done. */
export const nobodyYet = (
  { id, name, zone }: CurrentLocation,
  { currency, weekStart }: MeView['organization'],
): RosterView => ({
  location: { id, name, zone, currency, weekStart },
  closedDays: [],
  departments: [],
  positions: [],
  employees: [],
  abilities: { createShift: false, publish: false, seeCost: false },
});
