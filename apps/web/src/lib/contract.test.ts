import { expect, test } from 'vitest';
import * as z from 'zod';
import { checkAnswer } from './contract';

const Answer = z.object({ id: z.string() });

test.each([
  ['a schema', Answer],
  ['a way to one', async () => Answer],
])('%s is what an answer is checked against', async (_, contract) => {
  expect(await checkAnswer(contract, { id: 'a', more: 1 })).toEqual({ success: true, data: { id: 'a' } });
  expect(await checkAnswer(contract, { id: 1 })).toMatchObject({
    success: false,
    issues: [{ path: ['id'] }],
  });
});
