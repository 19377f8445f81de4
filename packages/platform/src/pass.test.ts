import { expect, test } from 'vitest';
import { readPass, signPass } from './pass.ts';

const secret = 'x'.repeat(32);

test('a pass is good for its purpose, its secret and its time', () => {
  const pass = signPass(secret, 'door', 30, 1_000_000);
  expect(readPass(secret, 'door', pass, 1_029_000)).toMatch(/^[\w-]{16}$/);
  expect(readPass(secret, 'door', pass, 1_031_000)).toBeUndefined();
  expect(readPass(secret, 'window', pass, 1_000_000)).toBeUndefined();
  expect(readPass('y'.repeat(32), 'door', pass, 1_000_000)).toBeUndefined();
  expect(signPass(secret, 'door', 30, 1_000_000)).not.toBe(pass);
});

test('nothing else is one', () => {
  const pass = signPass(secret, 'door', 30);
  const [until = '', nonce, mac] = pass.split('.');
  const later = `${Number(until) + 1}.${nonce}.${mac}`;
  for (const bad of ['', '.', 'x', `${pass}x`, ` ${pass}`, later, pass.slice(0, -1), 'a.b.c']) {
    expect(readPass(secret, 'door', bad), bad).toBeUndefined();
  }
});
