import { expect, test } from 'vitest';
import { leaveOf } from './leave-of';

test.each([
  ['nobody was asked yet', 'undetermined', false, true, 'askable', 'askable'],
  ['refused once on Android, or just now in a browser', 'denied', false, true, 'askable', 'refused'],
  ['refused for good', 'denied', false, false, 'refused', 'refused'],
  ['allowed', 'granted', true, true, 'granted', 'granted'],
  // some say so of what they never were asked
  ['not to be asked', 'undetermined', false, false, 'askable', 'askable'],
])('%s', (_what, status, granted, canAskAgain, onPhone, inBrowser) => {
  const told = { status, granted, canAskAgain };
  expect([leaveOf(told, false), leaveOf(told, true)]).toEqual([onPhone, inBrowser]);
});
