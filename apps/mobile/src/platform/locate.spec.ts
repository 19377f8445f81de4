import * as Location from 'expo-location';
import { permissions } from '@/testing/phone-state';
import { locate } from './locate';

const coords = { latitude: 55.6761, longitude: 12.5683, accuracy: 12.5 };
/** The phone's answer, so many seconds old. */
const found = (ageSeconds: number, more: object = {}) =>
  jest
    .mocked(Location.getCurrentPositionAsync)
    .mockImplementation(
      async () => ({ coords, timestamp: Date.now() - ageSeconds * 1000, ...more }) as Location.LocationObject,
    );

beforeEach(() => {
  permissions.place = { status: 'granted', granted: true, canAskAgain: true };
});

it('tells where the phone is now, how exactly, and how old that is', async () => {
  const asked = found(3);
  expect(await locate(1000)).toEqual({
    latitude: 55.6761,
    longitude: 12.5683,
    accuracyMeters: 12.5,
    ageSeconds: 3,
  });
  // none that lies about from before
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ maximumAge: 0 }));
});

it.each([true, false])('passes on Android’s mark of a position that was made up: %s', async (mocked) => {
  found(0, { mocked });
  expect(await locate(1000)).toMatchObject({ mocked });
});

it('stays within what the server takes: no accuracy is the worst, a clock that went back is no age', async () => {
  found(-60, { coords: { ...coords, accuracy: null } });
  expect(await locate(1000)).toMatchObject({ accuracyMeters: 100_000, ageSeconds: 0 });
});

it.each<[string, () => void]>([
  ['is not allowed to', () => (permissions.place = { status: 'denied', granted: false, canAskAgain: true })],
  [
    'does not know',
    () => void jest.mocked(Location.getCurrentPositionAsync).mockRejectedValue(new Error('off')),
  ],
  [
    'takes too long',
    () =>
      void jest
        .mocked(Location.getCurrentPositionAsync)
        .mockImplementation(() => new Promise<never>(() => undefined)),
  ],
])('nothing when the phone %s', async (_why, given) => {
  found(0);
  given();
  expect(await locate(20)).toBeNull();
});
