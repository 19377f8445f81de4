import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalToMinor, hoursToMinutes, minorDigits } from './import.rules.ts';
import { readEmployeeCsv } from './read-employee-csv.ts';

describe('amounts', () => {
  test.for([
    ['185.50', 2, 18_550],
    ['185,50', 2, 18_550],
    ['185', 2, 18_500],
    ['0.1', 2, 10],
    ['1.005', 3, 1005],
    ['1500', 0, 1500],
    ['1500.0', 0, undefined],
    ['1.234', 2, undefined],
    ['1.234,50', 2, undefined],
    ['-1', 2, undefined],
    ['1e3', 2, undefined],
    ['', 2, undefined],
    ['=1+1', 2, undefined],
    ['1000000.01', 2, undefined],
  ] as const)('%s with %i decimals', ([text, digits, minor]) => {
    expect(decimalToMinor(text, digits)).toBe(minor);
  });

  test('every amount comes back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.constantFrom('.', ','), (minor, sign) => {
        const text = `${Math.floor(minor / 100)}${sign}${String(minor % 100).padStart(2, '0')}`;
        expect(decimalToMinor(text, 2)).toBe(minor);
      }),
    );
  });

  test('hours become minutes, currencies have 0, 2 or 3 decimals', () => {
    expect(['37', '37,5', '0.01', '100', '100.01', 'x'].map(hoursToMinutes)).toEqual([
      2220,
      2250,
      1,
      6000,
      undefined,
      undefined,
    ]);
    expect(['DKK', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 0, 3]);
  });
});

describe('files', () => {
  const names = (csv: string) => readEmployeeCsv(csv).map(({ line, name, email }) => ({ line, name, email }));
  test('comma, semicolon, tab, byte order mark, header in any case, quotes over lines', () => {
    const ada = [{ line: 2, name: 'Ada', email: 'a@x.test' }];
    expect(names('name,email\nAda,a@x.test\n')).toEqual(ada);
    expect(names('\uFEFFNAME;Email\r\nAda;a@x.test')).toEqual(ada);
    expect(names(' Email \tName\tshoe size\na@x.test\tAda\t43')).toEqual(ada);
    expect(names('name,email\n"Berg, Ada",a@x.test\n\n"B\no",b@x.test')).toEqual([
      { line: 2, name: 'Berg, Ada', email: 'a@x.test' },
      { line: 5, name: 'B\no', email: 'b@x.test' },
    ]);
    expect(names('name,email\nOnly\nO"Brien,o@x.test,more')).toEqual([
      { line: 2, name: 'Only', email: '' },
      { line: 3, name: 'O"Brien', email: 'o@x.test' },
    ]);
  });

  test('what cannot be read says so', () => {
    for (const csv of ['email\na@x.test', '   ', 'name\n"open', '\u0000\u0001'])
      expect(() => readEmployeeCsv(csv)).toThrow(expect.objectContaining({ code: 'csv_unreadable' }));
    expect(() => readEmployeeCsv(`name\n${'A\n'.repeat(2001)}`)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
    expect(readEmployeeCsv(`name\n${'A\n'.repeat(2000)}`)).toHaveLength(2000);
    expect(readEmployeeCsv('name,__proto__,constructor\nA,1,2')[0]).toMatchObject({ name: 'A' });
  });
});
