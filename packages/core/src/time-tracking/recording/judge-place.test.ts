import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceMeters, geofenceVerdict, isInNetworks } from './judge-place.ts';

describe('the circle of a place', () => {
  test.each([
    [90, 10, 'inside'],
    [90, 11, 'uncertain'],
    [110, 10, 'uncertain'],
    [111, 10, 'outside'],
    [0, 5000, 'uncertain'],
  ])('%i m away, exact to %i m, of a circle of 100 m: %s', (distance, accuracy, verdict) => {
    expect(geofenceVerdict(distance, accuracy, 100)).toBe(verdict);
  });

  test('never inside and outside at once, and better accuracy never turns one into the other', () => {
    const meters = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(meters, meters, meters, meters, (distance, accuracy, better, radius) => {
        const coarse = geofenceVerdict(distance, Math.max(accuracy, better), radius);
        const fine = geofenceVerdict(distance, Math.min(accuracy, better), radius);
        if (coarse !== 'uncertain') expect(fine).toBe(coarse);
      }),
    );
  });

  test('distances on the earth, also over the date line and at a pole', () => {
    const at = (latitude: number, longitude: number) => ({ latitude, longitude });
    expect(distanceMeters(at(55.6761, 12.5683), at(57.7089, 11.9746))).toBeCloseTo(228_900, -3);
    expect(distanceMeters(at(0, 179.999), at(0, -179.999))).toBeLessThan(230);
    expect(distanceMeters(at(90, 0), at(90, 137))).toBeLessThan(1);
  });
});

test.each([
  ['203.0.113.7', ['203.0.113.0/24'], true],
  ['203.0.114.7', ['203.0.113.0/24'], false],
  ['::ffff:203.0.113.7', ['203.0.113.0/24'], true],
  ['2001:db8:1::9', ['203.0.113.0/24', '2001:db8::/32'], true],
  ['2001:db9::9', ['2001:db8::/32'], false],
  ['not an address', ['0.0.0.0/0', '::/0'], false],
  ['203.0.113.7', [], false],
])('%s in %j: %s', (address, networks, inside) => expect(isInNetworks(address, networks)).toBe(inside));
