import { describe, expect, test } from 'vitest';
import { kioskCodeHash, newKioskCode } from './kiosk-code.ts';
import { kioskTokenHash, newKioskToken, readKioskToken } from './kiosk-token.ts';
import { openPin, sealKeyOf, sealPin } from './seal-pin.ts';

const SECRET = 'a secret of the server, long enough for anybody';
const KIOSK = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';
const PUNCH = '01890000-0000-7000-8000-00000000000a';

describe('a sealed PIN', () => {
  const sealed = sealPin(sealKeyOf(SECRET, KIOSK), KIOSK, PUNCH, '2468');

  test('opens for its kiosk and its punch', () => {
    expect(openPin(SECRET, { kioskId: KIOSK, punchId: PUNCH, sealed })).toBe('2468');
  });

  test.each([
    ['another kiosk', { kioskId: OTHER, punchId: PUNCH, sealed }],
    ['another punch', { kioskId: KIOSK, punchId: OTHER, sealed }],
    ['another text', { kioskId: KIOSK, punchId: PUNCH, sealed: `${sealed.slice(0, -2)}AA` }],
    [
      'no point of the curve',
      { kioskId: KIOSK, punchId: PUNCH, sealed: `AAAA.${sealed.split('.')[1]}.AAAA` },
    ],
    ['nonsense', { kioskId: KIOSK, punchId: PUNCH, sealed: 'a.b.c' }],
  ])('does not open for %s', (_, given) => {
    expect(openPin(SECRET, given)).toBeUndefined();
  });

  test('does not open with another secret, nor when it holds no PIN', () => {
    expect(openPin('another secret', { kioskId: KIOSK, punchId: PUNCH, sealed })).toBeUndefined();
    const words = sealPin(sealKeyOf(SECRET, KIOSK), KIOSK, PUNCH, "' or 1=1");
    expect(openPin(SECRET, { kioskId: KIOSK, punchId: PUNCH, sealed: words })).toBeUndefined();
  });
});

test('a token says whose it is, and two are never alike', () => {
  const token = newKioskToken(OTHER, KIOSK);
  expect(readKioskToken(token)).toEqual({ organizationId: OTHER, kioskId: KIOSK });
  expect(kioskTokenHash(newKioskToken(OTHER, KIOSK))).not.toBe(kioskTokenHash(token));
  for (const none of ['', 'vpk_', token.slice(0, -1), `${token}A`, token.replace('vpk_', 'vpx_')])
    expect(readKioskToken(none)).toBeUndefined();
});

test('a code may be typed small, with spaces or without the dash', () => {
  const code = newKioskCode();
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  const typed = [code.toLowerCase(), code.replace('-', ' '), ` ${code.replace('-', '')} `];
  for (const one of typed) expect(kioskCodeHash(SECRET, one)).toBe(kioskCodeHash(SECRET, code));
});
