import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createClerkWebhookVerifier, WebhookRefused } from './clerk-webhook.ts';

const secret = `whsec_${Buffer.from('a-webhook-secret-of-24-b').toString('base64')}`;
const oldSecret = `whsec_${Buffer.from('another-secret-of-24-byt').toString('base64')}`;
const at = Date.UTC(2026, 10, 22, 12) / 1000;
const body = JSON.stringify({ type: 'user.updated', object: 'event', data: { id: 'user_1', name: 'Kåre' } });

const sign = (id: string, timestamp: number | string, content: string, key = secret): string => {
  const raw = Buffer.from(key.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', raw).update(`${id}.${timestamp}.${content}`).digest('base64')}`;
};
const headersFor = (
  content = body,
  { id = 'msg_1', timestamp = at as number | string, key = secret } = {},
) => ({
  'svix-id': id,
  'svix-timestamp': String(timestamp),
  'svix-signature': sign(id, timestamp, content, key),
});
const verify = createClerkWebhookVerifier({ secrets: [secret], now: () => at * 1000 });
const attempt =
  (headers: Record<string, string | string[] | undefined>, content = body) =>
  () =>
    verify(headers, content);

describe('accepts', () => {
  test('a signed event, as text or as bytes', () => {
    const event = { id: 'msg_1', type: 'user.updated', data: { id: 'user_1', name: 'Kåre' } };
    expect(verify(headersFor(), body)).toEqual(event);
    expect(verify(headersFor(), Buffer.from(body))).toEqual(event);
  });

  // from the specification's own reference library
  test('the example that the Standard Webhooks libraries test with', () => {
    const reference = createClerkWebhookVerifier({
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      now: () => 1_614_265_330_000,
    });
    const headers = {
      'svix-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'svix-timestamp': '1614265330',
      'svix-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    // the signature is good; the body is not an event of Clerk's
    expect(() => reference(headers, '{"test": 2432232314}')).toThrow('webhook refused: body');
    expect(() => reference(headers, '{"test": 2432232315}')).toThrow('webhook refused: signature');
  });

  test('any one good signature among several, and skips unknown versions', () => {
    const good = headersFor();
    const wrong = sign('msg_1', at, body, oldSecret);
    const several = `v1a,AAAA ${wrong} v2,x ${good['svix-signature']} v1,`;
    expect(verify({ ...good, 'svix-signature': several }, body).id).toBe('msg_1');
  });

  test('both secrets while one is being changed', () => {
    const both = createClerkWebhookVerifier({ secrets: [secret, oldSecret], now: () => at * 1000 });
    for (const key of [secret, oldSecret]) expect(both(headersFor(body, { key }), body).id).toBe('msg_1');
  });

  test.each([-300, 300])('a timestamp %i s away', (seconds) => {
    expect(verify(headersFor(body, { timestamp: at + seconds }), body).id).toBe('msg_1');
  });
});

describe('refuses', () => {
  test.each([-301, 301])('a timestamp %i s away', (seconds) =>
    expect(attempt(headersFor(body, { timestamp: at + seconds }))).toThrow(WebhookRefused),
  );

  test.each(['', 'NaN', '-1', '1e3', ' 1', '1.5', 'Infinity', '9'.repeat(20)])(
    'the timestamp %j',
    (timestamp) => {
      expect(attempt(headersFor(body, { timestamp }))).toThrow(WebhookRefused);
    },
  );

  test('a changed body, id or timestamp', () => {
    expect(attempt(headersFor(), body.replace('user_1', 'user_2'))).toThrow(WebhookRefused);
    expect(attempt({ ...headersFor(), 'svix-id': 'msg_2' })).toThrow(WebhookRefused);
    expect(attempt({ ...headersFor(), 'svix-timestamp': String(at + 1) })).toThrow(WebhookRefused);
    expect(attempt(headersFor(), `${body} `)).toThrow(WebhookRefused);
  });

  test('another secret', () => expect(attempt(headersFor(body, { key: oldSecret }))).toThrow(WebhookRefused));

  test.each([
    '',
    'v1',
    'v1,',
    'v1,AAAA',
    'v2,AAAA',
    'x'.repeat(10_000),
    sign('msg_1', at, body).slice(3),
    `v1, ${sign('msg_1', at, body).slice(3)}`,
    sign('msg_1', at, body).replace('v1,', 'v1a,'),
  ])('the signature %j', (signature) =>
    expect(attempt({ ...headersFor(), 'svix-signature': signature })).toThrow(WebhookRefused),
  );

  test('one changed character anywhere in the signature', () => {
    const good = headersFor();
    const signature = good['svix-signature'];
    // the last digit before the padding has bits that no decoder reads
    for (let place = 3; place < signature.length - 2; place++) {
      const changed = signature[place] === 'A' ? 'B' : 'A';
      expect(
        attempt({
          ...good,
          'svix-signature': signature.slice(0, place) + changed + signature.slice(place + 1),
        }),
      ).toThrow(WebhookRefused);
    }
  });

  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('a missing or repeated %s', (name) => {
    expect(attempt({ ...headersFor(), [name]: undefined })).toThrow(WebhookRefused);
    expect(attempt({ ...headersFor(), [name]: ['a', 'b'] })).toThrow(WebhookRefused);
  });

  test('the names of another vendor’s headers', () => {
    const renamed = Object.entries(headersFor()).map(([name, value]) => [
      name.replace('svix', 'webhook'),
      value,
    ]);
    expect(attempt(Object.fromEntries(renamed))).toThrow(WebhookRefused);
  });

  test.each(['a.b', '', 'x'.repeat(129), 'msg 1', 'msg\n1'])('the id %j, though signed', (id) => {
    expect(attempt(headersFor(body, { id }))).toThrow(WebhookRefused);
  });

  test.each(['', 'null', '[]', '{}', '{"type":""}', '{"type":"a"}', '{"type":"a","data":1}', '{'])(
    'the signed body %j that is no event',
    (content) => expect(attempt(headersFor(content), content)).toThrow(WebhookRefused),
  );
});

test.each([[[]], [['']], [['whsec_']], [['whsec_c2hvcnQ=']], [[secret, '']]])(
  'the secrets %j fail at start',
  (secrets) => {
    expect(() => createClerkWebhookVerifier({ secrets })).toThrow('webhook secret');
  },
);
