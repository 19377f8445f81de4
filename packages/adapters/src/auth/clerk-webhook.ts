import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

const Event = z.object({ type: z.string().min(1), data: z.record(z.string(), z.unknown()) });

export type ClerkWebhook = z.output<typeof Event> & {
  /** the same for every delivery of one event: act once on it */
  id: string;
};

/** Not from Clerk, too old, or not an event. The reason is for the log. */
export class WebhookRefused extends Error {
  constructor(reason: string) {
    super(`webhook refused: ${reason}`);
    this.name = 'WebhookRefused';
  }
}

export type ClerkWebhookOptions = {
  /** `whsec_…`; two while a secret is being changed */
  secrets: readonly string[];
  /** milliseconds since the epoch */
  now?: () => number;
};

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const toleranceSeconds = 5 * 60;

/**
 * Verifies what Clerk posts, signed as Standard Webhooks says: HMAC-SHA256 over `id.timestamp.body`.
 * @returns a function of the lower-case request headers and the raw body that gives the event or throws WebhookRefused
 * @throws Error if a secret is not one
 */
export const createClerkWebhookVerifier = ({ secrets, now = Date.now }: ClerkWebhookOptions) => {
  const keys = secrets.map(decodeSecret);
  if (keys.length === 0) throw new Error('there is no webhook secret');

  return (headers: Headers, body: string | Buffer): ClerkWebhook => {
    const id = single(headers, 'svix-id');
    const timestamp = single(headers, 'svix-timestamp');
    const signatures = single(headers, 'svix-signature');
    // both are parts of the signed text, so neither may hold the dot that parts them
    if (!/^[\w-]{1,128}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) throw new WebhookRefused('headers');
    const age = Math.abs(now() / 1000 - Number(timestamp));
    if (age > toleranceSeconds) throw new WebhookRefused('timestamp');

    const given = signatures.split(' ').filter(isVersion1).map(decodeSignature);
    const matches = keys.some((key) => {
      const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
      return given.some(
        (signature) => signature.length === expected.length && timingSafeEqual(signature, expected),
      );
    });
    if (!matches) throw new WebhookRefused('signature');
    return { id, ...parseEvent(body.toString()) };
  };
};

const decodeSecret = (secret: string): Buffer => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length < 16) throw new Error('a webhook secret is too short: copy it whole, whsec_ and all');
  return key;
};

const single = (headers: Headers, name: string): string => {
  const value = headers[name];
  if (typeof value !== 'string') throw new WebhookRefused('headers');
  return value;
};

const isVersion1 = (signature: string): boolean => signature.startsWith('v1,');
const decodeSignature = (signature: string): Buffer => Buffer.from(signature.slice('v1,'.length), 'base64');

const parseEvent = (body: string): z.output<typeof Event> => {
  try {
    return Event.parse(JSON.parse(body));
  } catch {
    throw new WebhookRefused('body');
  }
};
