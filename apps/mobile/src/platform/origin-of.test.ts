import { expect, test } from 'vitest';
import { originOf } from './origin-of';

test.each([
  ['shifts.example.com', 'https://shifts.example.com'],
  [' https://shifts.example.com/sign-in?x=1 ', 'https://shifts.example.com'],
  ['HTTPS://Shifts.Example.com:8443', 'https://shifts.example.com:8443'],
  ['http://localhost:3001', 'http://localhost:3001'],
  ['http://192.168.1.20:3001', 'http://192.168.1.20:3001'],
  ['http://vaktplan.local', 'http://vaktplan.local'],
  // a password must not cross the internet in the clear
  ['http://shifts.example.com', null],
  ['http://127.evil.com', null],
  ['http://10.evil.com', null],
  ['two words', null],
  ['', null],
  ['ftp://shifts.example.com', null],
  ['javascript:alert(1)', null],
])('%j is %j', (typed, origin) => {
  expect(originOf(typed)).toBe(origin);
});
