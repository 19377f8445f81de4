import { expect, test } from 'vitest';
import { findBreaches } from './house-rules.mjs';

const lines = (count: number) => 'x\n'.repeat(count);

test.each([
  ['a long file', 'packages/core/src/shifts/move-shift.ts', lines(251), /file length/],
  ['a long test', 'packages/core/src/shifts/move-shift.test.ts', lines(401), /file length/],
  ['a vague folder', 'packages/core/src/utils/dates.ts', '', /vague name/],
  ['a vague file', 'apps/api/src/helpers.ts', '', /vague name/],
  ['a camel-case file', 'apps/web/src/lib/useShifts.ts', '', /kebab-case/],
  ['a named zod import', 'packages/contracts/src/a.ts', "import { z } from 'zod'", /zod import/],
  ['a silenced compiler', 'apps/api/src/a.ts', '// @ts-expect-error', /silenced tool/],
  ['a skipped test', 'apps/api/src/a.test.ts', "test.skip('x')", /skipped test/],
  ['a clock in core', 'packages/core/src/a.ts', 'const now = new Date();', /line 1: ctx\.now\(\)/],
])('%s is found', (_what, file, text, message) => {
  expect(findBreaches([{ file, text }])).toEqual([expect.stringMatching(message)]);
});

test('what is allowed passes', () => {
  const allowed = [
    { file: 'packages/core/src/shifts/move-shift.ts', text: lines(250) },
    { file: 'packages/core/src/a.ts', text: 'new Date(row.startsAt)' },
    { file: 'packages/core/src/a.test.ts', text: 'new Date()' },
    { file: 'apps/web/src/app/shifts/[id]/page.tsx', text: "import * as z from 'zod'" },
  ];
  expect(findBreaches(allowed)).toEqual([]);
});
