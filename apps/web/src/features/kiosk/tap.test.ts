import { describe, expect, test } from 'vitest';
import { isRepeat, withTaps, type Tap } from './tap';

const tap = (more: Partial<Tap> = {}): Tap => ({
  id: '1',
  kind: 'in',
  employeeId: 'ada',
  name: 'Ada',
  occurredAt: '2025-12-01T08:00:00.000Z',
  offline: false,
  sealedPin: undefined,
  photo: undefined,
  state: 'saved',
  ...more,
});
const ada = { employeeId: 'ada', name: 'Ada', state: 'out', since: null, shift: null, hasPin: true } as const;

describe('what the tablet shows of a person', () => {
  test('the last tap that the server has not answered', () => {
    const taps = [tap(), tap({ id: '2', kind: 'break_start', occurredAt: '2025-12-01T09:00:00.000Z' })];
    expect(withTaps(ada, taps)).toMatchObject({ state: 'on_break', since: '2025-12-01T09:00:00.000Z' });
  });
  test.each(['confirmed', 'refused'] as const)('nothing of a %s one', (state) => {
    expect(withTaps(ada, [tap({ state })])).toBe(ada);
  });
  test('nothing of anybody else’s', () => {
    expect(withTaps(ada, [tap({ employeeId: 'bo' })])).toBe(ada);
  });
});

describe('twice the same', () => {
  const again = { kind: 'in', employeeId: 'ada', occurredAt: '2025-12-01T08:00:05.000Z' } as const;
  test('within ten seconds is one', () => expect(isRepeat([tap({ state: 'confirmed' })], again)).toBe(true));
  test.each([
    ['later', { ...again, occurredAt: '2025-12-01T08:00:11.000Z' }],
    ['of another kind', { ...again, kind: 'out' as const }],
    ['of another person', { ...again, employeeId: 'bo' }],
    ['of nobody known', { ...again, employeeId: undefined }],
  ])('%s is another', (_, next) => expect(isRepeat([tap()], next)).toBe(false));
  test('after a refusal is another', () => expect(isRepeat([tap({ state: 'refused' })], again)).toBe(false));
});
