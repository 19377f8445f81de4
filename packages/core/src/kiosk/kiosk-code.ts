import { createHmac, randomInt } from 'node:crypto';

/** Without letters and digits that are taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
export const CODE_MINUTES = 15;

/** A one-time code to be typed: 30^8 of them, `ABCD-2345`. */
export function newKioskCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What is stored and searched. Small letters, spaces and dashes make no difference. */
export const kioskCodeHash = (secret: string, code: string): string =>
  createHmac('sha256', secret)
    .update(`kiosk-code:${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`)
    .digest('hex');
