import type { SyncLocation, SyncShift } from '@vaktplan/contracts/http/sync';
import { describe, expect, test } from 'vitest';
import { currentShift, needsOf } from './place-of-punch';

const NOW = Date.parse('2025-12-01T10:00:00Z');
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
const shift = (id: string, from: number, to: number, more: Partial<SyncShift> = {}): SyncShift => ({
  id,
  version: 1,
  open: false,
  localDate: '2025-12-01',
  zone: 'Europe/Copenhagen',
  startsAt: at(from),
  endsAt: at(to),
  breakMinutes: 0,
  locationId: 'cafe',
  locationName: 'Café',
  departmentId: 'floor',
  departmentName: 'Floor',
  positionId: null,
  positionName: null,
  positionColor: null,
  notes: null,
  publishedAt: at(-100),
  ...more,
});
const place = (id: string, asksPosition: boolean, asksPhoto: boolean): SyncLocation => ({
  id,
  name: id,
  zone: 'Europe/Copenhagen',
  address: null,
  geofence: null,
  punch: {
    mobile: true,
    asksPosition,
    asksPhoto,
    positionMissing: 'off',
    outside: 'flag',
    maxAgeSeconds: 60,
  },
});

describe('the shift that matters', () => {
  test('is the one that goes on, then the next; an open one is nobody’s', () => {
    const list = [shift('over', -9, -1), shift('free', -1, 4, { open: true }), shift('mine', 1, 9)];
    expect(currentShift(list, NOW)?.id).toBe('mine');
    expect(currentShift([shift('now', -1, 1), shift('next', 2, 3)], NOW)?.id).toBe('now');
    expect(currentShift([shift('ends now', -1, 0)], NOW)).toBeNull();
  });
});

describe('what a punch needs', () => {
  const places = [place('cafe', true, false), place('bar', false, true)];

  test('is asked by the place of the shift', () => {
    expect(needsOf(places, shift('s', 1, 2), NOW)).toEqual({ position: true, photo: false });
    expect(needsOf(places, shift('s', 1, 2, { locationId: 'bar' }), NOW)).toEqual({
      position: false,
      photo: true,
    });
  });

  test('is asked by any place where the shift says nothing', () => {
    expect(needsOf(places, null, NOW)).toEqual({ position: true, photo: true });
    expect(needsOf(places, shift('tomorrow', 20, 28), NOW)).toEqual({ position: true, photo: true });
    expect(needsOf([], null, NOW)).toEqual({ position: false, photo: false });
  });
});
