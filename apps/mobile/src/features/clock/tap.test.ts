import { expect, test } from 'vitest';
import { HOLD_MS, tap, type TapParts } from './tap';

const STAMP = { wallMs: 1_000_000, zone: 'UTC', monoMs: 5, bootId: 'boot', offsetMs: 250 };
const FIX = { latitude: 1, longitude: 2, accuracyMeters: 5, ageSeconds: 0, mocked: true };

/** Writes down the order in which things are asked. */
function watched(found: typeof FIX | null) {
  const order: unknown[] = [];
  const parts: TapParts = {
    engine: {
      stamp: () => {
        order.push('stamp');
        return STAMP;
      },
      punch: async (_owner, punch) => {
        order.push(['punch', punch]);
        return 'id';
      },
      place: async (_owner, id, position) => {
        order.push(['place', id, position]);
        return true;
      },
    },
    locate: async () => {
      order.push('locate');
      return found;
    },
  };
  return { parts, order };
}

test('the time first, then the punch on the phone, then the place with the mark it has', async () => {
  const { parts, order } = watched(FIX);
  const tapped = await tap(parts, 'owner', 'in', true);
  await tapped.placed;
  expect(tapped).toMatchObject({ id: 'id', at: 1_000_250 });
  expect(order).toEqual([
    'stamp',
    ['punch', { kind: 'in', stamp: STAMP, holdMs: HOLD_MS }],
    'locate',
    ['place', 'id', FIX],
  ]);
});

test('without a place the punch stands', async () => {
  const { parts, order } = watched(null);
  await (
    await tap(parts, 'owner', 'out', true)
  ).placed;
  expect(order.at(-1)).toEqual(['place', 'id', null]);
});

test('nobody is located where no place asks', async () => {
  const { parts, order } = watched(FIX);
  await (
    await tap(parts, 'owner', 'out', false)
  ).placed;
  expect(order).toHaveLength(2);
});
