import { createHash } from 'node:crypto';
import * as z from 'zod';

export type MailAddress = { address: string; name?: string };

export type MailMessage = {
  from: MailAddress;
  to: MailAddress;
  subject: string;
  html: string;
  text: string;
  /** The same for every try of one mail, so that a repeat can be recognised. */
  referenceId: string;
  headers?: Readonly<Record<string, string>>;
};

/**
 * Sends one mail.
 * @returns the id under which it was taken
 * @throws MailRefused if it will never be taken; RetryableError or BreakerOpenError if it may be later
 */
export type MailTransport = (message: MailMessage) => Promise<{ id: string }>;

/** The mail or our right to send it was refused for good: trying again is useless. */
export class MailRefused extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`mail refused: ${reason}`, options);
    this.name = 'MailRefused';
  }
}

/** 24 hex digits for a reference of any form: what Maileroo takes, and a safe file name. */
export const mailId = (referenceId: string): string =>
  createHash('sha256').update(referenceId).digest('hex').slice(0, 24);

/**
 * The message as it may leave: text that becomes a header is one line, and cannot add another header.
 * Subjects and names hold what users typed, so they are cleaned; a wrong address or header is refused.
 * @throws MailRefused
 */
export const checkMail = (message: MailMessage): MailMessage => ({
  ...message,
  from: checkAddress(message.from),
  to: checkAddress(message.to),
  subject: cut(oneLine(message.subject), 255),
  headers: checkHeaders(message.headers ?? {}),
});

/** `name@host` or `Name <name@host>`, as people write it in settings. @throws MailRefused */
export const parseMailAddress = (text: string): MailAddress => {
  const parts = /^(?<name>[^<>]*)<(?<address>[^<>]+)>$/.exec(text.trim())?.groups;
  const address = parts?.['address'] ?? text;
  const name = parts?.['name']?.trim().replace(/^"(.*)"$/, '$1');
  return checkAddress({ address: address.trim(), ...(name && { name }) });
};

const Address = z.email().max(254);

const checkAddress = ({ address, name }: MailAddress): MailAddress => {
  if (!Address.safeParse(address).success) throw new MailRefused('not a mail address');
  const line = cut(oneLine(name ?? ''), 128);
  return line === '' ? { address } : { address, name: line };
};

// only these: a caller must not be able to change sender, recipients or body by a header
const allowedHeader = /^(?:x-[a-z0-9-]{1,100}|list-[a-z-]{1,40}|auto-submitted|in-reply-to|references)$/i;

const checkHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  for (const [name, value] of Object.entries(headers)) {
    if (!allowedHeader.test(name)) throw new MailRefused('this header cannot be set');
    if (oneLine(value) !== value || value.length > 768)
      throw new MailRefused(`the value of ${name} is not one line`);
  }
  return { ...headers };
};

/** Control characters and line separators of any kind become one space. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
