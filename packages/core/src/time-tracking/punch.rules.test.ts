import { expect, it } from 'vitest';
import { assertPunchTime } from './punch.rules.ts';

const noon = Date.parse('2025-12-01T12:00:00Z');

it.for([
  [120_000, undefined],
  [120_001, 'punch_in_future'],
  [-31 * 86_400_000, undefined],
  [-31 * 86_400_000 - 1, 'punch_too_old'],
] as const)('a punch %i ms from now: %s', ([distance, code]) => {
  const check = () => assertPunchTime(noon + distance, noon);
  if (code) expect(check).toThrow(expect.objectContaining({ code }));
  else expect(check).not.toThrow();
});
