import fc from 'fast-check';
import { FAULTS, type Fault } from './phone.fixture';

export type Step =
  | { do: 'tap'; kind: 'in' | 'out'; next: 'nothing' | 'place' | 'take back' | 'die before' | 'die after' }
  | {
      do:
        | 'correct'
        | 'read'
        | 'settings'
        | 'reboot'
        | 'restart'
        | 'cursors lost'
        | 'manager edits'
        | 'publish'
        | 'unpublish'
        | 'news'
        | 'other account'
        | 'signal while it looks';
    }
  | { do: 'sync'; tabs: number; faults: (Fault | null)[]; killAt: { step: number; before: boolean } | null }
  | { do: 'time'; minutes: number }
  | { do: 'wall'; minutes: number };

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tap' as const),
      kind: fc.constantFrom('in' as const, 'out' as const),
      next: fc.constantFrom(
        'nothing' as const,
        'place' as const,
        'take back' as const,
        'die before' as const,
        'die after' as const,
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      tabs: fc.integer({ min: 1, max: 2 }),
      faults: fc.array(fc.option(fc.constantFrom(...FAULTS), { freq: 3 }), { maxLength: 6 }),
      killAt: fc.option(fc.record({ step: fc.integer({ min: 0, max: 25 }), before: fc.boolean() }), {
        freq: 3,
      }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('time' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wall' as const),
      minutes: fc.constantFrom(0, 10, -10, 1440, -1440, -45_000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'correct' as const,
        'read' as const,
        'settings' as const,
        'reboot' as const,
        'restart' as const,
        'cursors lost' as const,
        'manager edits' as const,
        'publish' as const,
        'unpublish' as const,
        'news' as const,
        'other account' as const,
        'signal while it looks' as const,
      ),
    }),
  },
);
