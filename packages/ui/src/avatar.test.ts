import { expect, test } from 'vitest';
import { hueOf, initials } from './avatar.tsx';

test.each([
  ['Ida Holm', 'IH'],
  ['Karl-Johan Bernadotte af Ekeby', 'KE'],
  ['  Prince ', 'P'],
  ['émile zola', 'ÉZ'],
  ['👩‍🍳 Chef', '👩‍🍳C'],
  ['', '?'],
])('%s is %s', (name, letters) => expect(initials(name)).toBe(letters));

test('people with neighbouring ids get hues apart', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `019ab000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  const twelfths = ids.map((id) => Math.floor(hueOf(id) / 30));
  const counts = Array.from({ length: 12 }, (_, i) => twelfths.filter((one) => one === i).length);
  expect(Math.min(...counts)).toBeGreaterThan(5);
});
