import { expect, test } from 'vitest';
import { faultsOf } from './import-faults';

test.each([
  ['email: Line 2 has the same', [['email', 'Line 2 has the same']]],
  [
    'department: There is no department "Bar; lounge" that you may use; hours_per_week: "x" is not a number',
    [
      ['department', 'There is no department "Bar; lounge" that you may use'],
      ['hours_per_week', '"x" is not a number'],
    ],
  ],
  ['This employee number is already in use.', undefined],
])('%s', (message, faults) => {
  expect(faultsOf(message)?.map(({ column, sentence }) => [column, sentence])).toEqual(faults);
});
