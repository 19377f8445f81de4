import fc from 'fast-check';
import type { Schema } from './documented-routes.ts';

const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;

const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  'ø🦊e\u0301',
  '\ud800',
  '\u202egnp.exe',
  "'; drop table shifts; --",
  "' or 1=1 --",
  '%',
  '\\',
  '_%\\',
  '$1',
  '$where',
  '=cmd|calc',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '__proto__',
  'constructor',
  'a'.repeat(121),
  '🦊'.repeat(60),
  'x'.repeat(20_000),
];
const NUMBERS = [0, -1, 1, 0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308, Number.MIN_VALUE];
const OTHERS = [null, true, false, [], {}, [null], [[]], { length: 1 }, { toString: 1 }, { $gt: '' }, deep];

// what a contract may let pass, and a database or a calendar may not
export const EDGE_DATES = {
  fields: /(date|\.from|\.to|\.lastDay)$/i,
  values: [
    '0000-01-01',
    '0001-01-01',
    '1000-02-28',
    '9999-12-31',
    '1900-01-01',
    '2999-12-31',
    '2024-02-29',
    '2025-02-29',
    '2025-12-01',
    '+010000-01-01',
  ],
};
export const EDGE_TIMES = {
  fields: /(startsAt|endsAt|occurredAt)$/,
  values: [
    '0000-01-01T00:00:00Z',
    '0000-01-01T00:00:00+23:59',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59Z',
    '1900-01-01T00:00:00+14:00',
    '2999-12-31T23:59:59-12:00',
    '9999-12-31T23:59:59.999999999-23:59',
    '2025-12-01T09:00:00.123456789Z',
    '2025-12-31T23:59:60Z',
    '2025-03-30T02:30',
    '2025-10-26T02:30',
    '0000-01-01T00:00',
    '9999-12-31T23:59',
    '2025-12-10T16:00',
    '2025-12-10T17:00:00.5',
  ],
};
const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01890000-0000-7000-8000-000000000000',
  '01890000-0000-7000-8000-00000000000',
  '{01890000-0000-7000-8000-000000000000}',
];
const ZONES = ['UTC', 'Etc/GMT+12', '+01:00', 'europe/oslo', 'Mars/Base', 'EST5EDT', 'GMT0', '-00:00', 'x'];
const LOCALES = ['en', 'xx-', 'e', 'i-klingon', 'zz', 'en-u-ca-buddhist', '12', 'en_US', '--'];

const CLOSE: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [EDGE_DATES.fields, EDGE_DATES.values],
  [EDGE_TIMES.fields, EDGE_TIMES.values],
  [/Ids?(\.0)?$|\.id$/, IDS],
  [/zone$/, ZONES],
  [/locale$/, LOCALES],
  [/cursor$/, ['WyJhIiwiMDE4OTAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0', 'W10', 'eA', '====', 'bnVsbA']],
  [
    /csv$/,
    [
      'name\n"',
      'name;email\n=1;x',
      'a,b\n1',
      '\ufeffname\nx',
      'name,hourly_rate\nx,1e99',
      '"',
      '\n\n',
      'name,name\nx,y',
    ],
  ],
];
const oddHeader = fc.constantFrom(
  '',
  ' ',
  '*',
  '"abc"',
  'W/"1"',
  '"1", "2"',
  '-1',
  '1e3',
  '999999999',
  '9999999999',
  '"',
  'x'.repeat(201),
  'ÿ',
  '0x1',
  '1.5',
  '"0"',
  'null',
  'a b',
);

const anything = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...OTHERS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
);

/** Values that a field ought not to get, and some at the edge of what it may. */
export function oddValue(at: string, schema: Schema): fc.Arbitrary<unknown> {
  if (at.startsWith('header.')) return oddHeader;
  const close = CLOSE.find(([pattern]) => pattern.test(at))?.[1] ?? schema.enum;
  if (close?.length) return fc.oneof(fc.constantFrom(...close), fc.constantFrom(...close), anything);
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.constantFrom(...NUMBERS), anything);
  return anything;
}
