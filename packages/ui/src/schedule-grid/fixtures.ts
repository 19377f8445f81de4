import { english } from './english.fixture.ts';
import { createGridFormat } from './grid-format.ts';
import type { GridEmployee, GridShift } from './types.ts';

/** Shifts and people of the grid's tests: one week of November 2026 in Copenhagen. */
export const DAYS = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
] as const;
export const [MON, TUE, WED, THU, FRI, , SUN] = DAYS;

export const format = createGridFormat({ words: english, locale: 'en-GB', currency: 'DKK' });

export const POSITIONS = [
  { id: 'bar', name: 'Barista', color: '#2563eb' },
  { id: 'cook', name: 'Cook', color: '#d97706' },
];

export const aPerson = (id: string, name: string, part: Partial<GridEmployee> = {}): GridEmployee => ({
  id,
  name,
  positionNames: ['Barista'],
  contractedMinutesPerWeek: 2220,
  rates: [{ from: '2026-01-01', to: null, hourlyMinor: 15_000 }],
  status: 'active',
  ...part,
});

export const IDA = aPerson('ida', 'Ida');
export const BO = aPerson('bo', 'Bo');
export const CID = aPerson('cid', 'Cid', { positionNames: ['Cook'] });
export const PEOPLE = [IDA, BO, CID];

export function aShift(part: Partial<GridShift> & { id: string }): GridShift {
  const startMinutes = part.startMinutes ?? 540;
  const endMinutes = part.endMinutes ?? 1020;
  return {
    employeeId: 'ida',
    date: MON,
    startMinutes,
    endMinutes,
    paidMinutes: endMinutes - startMinutes,
    costMinor: 120_000,
    positionId: 'bar',
    positionName: 'Barista',
    color: '#2563eb',
    state: 'draft',
    version: 1,
    notes: null,
    abilities: { update: true, delete: true },
    ...part,
  };
}
