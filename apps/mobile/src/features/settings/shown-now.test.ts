import { expect, test } from 'vitest';
import { shownNow } from './shown-now';

const known = { from: '22:00', to: '07:00' };

test('the first time was saved while the second is being chosen: it stays', () => {
  const choosing = { from: '21:30', to: '06:15' };
  expect(shownNow(choosing, known, { from: '21:30', to: '07:00' })).toEqual(choosing);
});

test('what was changed elsewhere shows, and so does what was refused and is as before', () => {
  expect(shownNow(known, known, { from: '23:00', to: '08:00' })).toEqual({ from: '23:00', to: '08:00' });
  const refused = { from: '21:30', to: '07:00' };
  expect(shownNow(refused, refused, known)).toEqual(known);
});
