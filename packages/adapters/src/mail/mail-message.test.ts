import { describe, expect, test } from 'vitest';
import { checkMail, mailId, MailRefused, parseMailAddress } from './mail-message.ts';
import { injections, sampleMail } from './sample-mail.ts';

test('an id is 24 hex digits, the same for one reference, another for another', () => {
  expect(mailId('event-1:kari')).toMatch(/^[0-9a-f]{24}$/);
  expect(mailId('event-1:kari')).toBe(mailId('event-1:kari'));
  expect(mailId('event-1:kari')).not.toBe(mailId('event-1:ola'));
});

describe('checkMail', () => {
  test('lets a good message through', () => {
    expect(checkMail(sampleMail())).toEqual({ ...sampleMail(), headers: {} });
  });

  test.each(injections)('makes one line of the subject and the names: %j', (text) => {
    const { subject, from, to } = checkMail(
      sampleMail({
        subject: text,
        from: { address: 'a@example.com', name: text },
        to: { address: 'b@example.com', name: text },
      }),
    );
    for (const line of [subject, from.name, to.name]) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(subject.startsWith('Hi ')).toBe(true);
  });

  test.each([
    ...injections.map((text) => `a@example.com${text.slice(2)}`),
    'a@example.com, b@example.com',
    'a@example.com b@example.com',
    'Kari <a@example.com>',
    '<a@example.com>',
    'a@b@example.com',
    'no-host@',
    '@example.com',
    'plain',
    '',
    `${'a'.repeat(300)}@example.com`,
  ])('refuses the address %j', (address) => {
    expect(() => checkMail(sampleMail({ to: { address } }))).toThrow(MailRefused);
    expect(() => checkMail(sampleMail({ from: { address } }))).toThrow(MailRefused);
  });

  test.each(['Bcc', 'to', 'FROM', 'Content-Type', 'Subject', 'X-A: b\r\nBcc', '', 'X A', 'x-\n'])(
    'refuses the header name %j',
    (name) => {
      expect(() => checkMail(sampleMail({ headers: { [name]: 'v' } }))).toThrow(MailRefused);
    },
  );

  test.each(injections)('refuses the header value %j', (value) => {
    expect(() => checkMail(sampleMail({ headers: { 'X-Entity-Ref-ID': value } }))).toThrow(MailRefused);
  });

  test('takes the headers that mail programs know', () => {
    const headers = { 'List-Unsubscribe': '<https://vaktplan.test/u/1>', 'X-Entity-Ref-ID': 'e1' };
    expect(checkMail(sampleMail({ headers })).headers).toEqual(headers);
  });

  test('cuts a long subject at 255 and not inside a character', () => {
    const { subject } = checkMail(sampleMail({ subject: `${'x'.repeat(253)}😀😀` }));
    expect(subject).toBe(`${'x'.repeat(253)}…`);
  });
});

test.each([
  ['a@example.com', { address: 'a@example.com' }],
  [' Vaktplan <a@example.com> ', { address: 'a@example.com', name: 'Vaktplan' }],
  ['"Vaktplan, Inc." <a@example.com>', { address: 'a@example.com', name: 'Vaktplan, Inc.' }],
  ['<a@example.com>', { address: 'a@example.com' }],
])('reads %j', (text, address) => {
  expect(parseMailAddress(text)).toEqual(address);
});

test.each(['', 'Vaktplan', 'Vaktplan <a>', 'a@example.com, b@example.com', 'A <a@example.com> B'])(
  'refuses %j',
  (text) => {
    expect(() => parseMailAddress(text)).toThrow(MailRefused);
  },
);
