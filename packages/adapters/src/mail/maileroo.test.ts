import { BreakerOpenError } from '@vaktplan/platform/breaker';
import { createMetrics } from '@vaktplan/platform/metrics';
import { RetryableError } from '@vaktplan/platform/retry';
import { type MailerooServer, startMailerooServer } from '@vaktplan/testing/maileroo-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mailId, MailRefused } from './mail-message.ts';
import { createMailerooTransport } from './maileroo.ts';
import { injections, sampleMail } from './sample-mail.ts';

const apiKey = 'sending-key-1';
let server: MailerooServer;
beforeEach(async () => {
  server = await startMailerooServer(apiKey);
});
afterEach(() => server.close());

const transport = (changes: { apiKey?: string; timeoutMs?: number } = {}) =>
  createMailerooTransport({ apiKey, baseUrl: server.url, ...changes });
const failure = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => undefined,
    (error: unknown) => error,
  );

test('sends the whole message and returns its reference', async () => {
  const message = sampleMail({ headers: { 'X-Entity-Ref-ID': 'e1' } });
  const id = mailId(message.referenceId);
  expect(await transport()(message)).toEqual({ id });
  expect(server.mails).toEqual([
    {
      from: { address: 'no-reply@vaktplan.test', display_name: 'Café Ærø' },
      to: [{ address: 'kari@example.com', display_name: 'Kari Nordmann' }],
      subject: message.subject,
      html: message.html,
      plain: message.text,
      headers: { 'X-Entity-Ref-ID': 'e1' },
      tracking: false,
      reference_id: id,
    },
  ]);
});

test('a repeat has the same reference', async () => {
  const send = transport();
  await send(sampleMail());
  await send(sampleMail());
  const [first, second] = server.mails.map((mail) => mail.reference_id);
  expect(first).toMatch(/^[0-9a-f]{24}$/);
  expect(second).toBe(first);
});

test('a wrong key is refused for good, and the error does not hold it', async () => {
  const error = await failure(transport({ apiKey: 'wrong-key-2' })(sampleMail()));
  expect(error).toBeInstanceOf(MailRefused);
  expect(String(error)).toContain('401');
  expect(String(error)).not.toContain('wrong-key-2');
});

test.each([400, 401, 403, 404, 422])('%i is permanent', async (status) => {
  server.answerNext({ status, body: '{"success":false,"message":"no"}' });
  expect(await failure(transport()(sampleMail()))).toBeInstanceOf(MailRefused);
});

test.each([408, 429, 500, 502, 503])('%i is retryable, whatever the body', async (status) => {
  server.answerNext({ status, body: '<html>bad gateway</html>' }, { status });
  const send = transport();
  expect(await failure(send(sampleMail()))).toBeInstanceOf(RetryableError);
  expect(await failure(send(sampleMail()))).toBeInstanceOf(RetryableError);
});

test('429 tells how long to wait', async () => {
  server.answerNext({ status: 429, headers: { 'retry-after': '7' } });
  expect(await failure(transport()(sampleMail()))).toMatchObject({ retryAfterMs: 7000 });
});

test.each(['', ',"data":{"reference_id":"aaaaaaaaaaaaaaaaaaaaaaaa"}'])(
  'success: false is a refusal%s',
  async (data) => {
    server.answerNext({
      status: 200,
      body: `{"success":false,"message":"Sender domain is not verified."${data}}`,
    });
    const error = await failure(transport()(sampleMail()));
    expect(error).toBeInstanceOf(MailRefused);
    expect(String(error)).toContain('not verified');
  },
);

test.each(['', 'null', '{"success":"yes"}', '[]'])(
  'an answer of %j is not taken for a success',
  async (body) => {
    server.answerNext({ status: 200, body });
    expect(await failure(transport()(sampleMail()))).toBeInstanceOf(RetryableError);
  },
);

test('a server that hangs ends in a retryable timeout, and the request is broken off', async () => {
  server.answerNext('hang');
  const error = await failure(transport({ timeoutMs: 50 })(sampleMail()));
  expect(error).toBeInstanceOf(RetryableError);
  expect(String(error)).toContain('50 ms');
  await expect.poll(server.waiting).toBe(0);
});

test('a dropped connection and a closed port are retryable', async () => {
  server.answerNext('drop');
  expect(await failure(transport()(sampleMail()))).toBeInstanceOf(RetryableError);
  const nobody = createMailerooTransport({ apiKey, baseUrl: 'http://127.0.0.1:9/api/v2' });
  expect(await failure(nobody(sampleMail()))).toBeInstanceOf(RetryableError);
});

test('a redirect is not followed with the key', async () => {
  server.answerNext({ status: 302, headers: { location: `${server.url}/emails` } });
  expect(await failure(transport()(sampleMail()))).toBeInstanceOf(RetryableError);
  expect(server.requests()).toBe(1);
});

test('five failures in a row open the breaker, refusals do not', async () => {
  const metrics = createMetrics('t');
  const send = createMailerooTransport({ apiKey, baseUrl: server.url, metrics });
  server.answerNext(...Array.from({ length: 6 }, () => ({ status: 400 })));
  for (let i = 0; i < 6; i++) expect(await failure(send(sampleMail()))).toBeInstanceOf(MailRefused);
  server.answerNext(...Array.from({ length: 20 }, () => ({ status: 503 })));
  let error: unknown;
  for (let i = 0; i < 20 && !(error instanceof BreakerOpenError); i++)
    error = await failure(send(sampleMail()));
  expect(error).toBeInstanceOf(BreakerOpenError);
  expect(server.requests()).toBeLessThan(26);
  expect(await metrics.text()).toContain('upstream_breaker_state{upstream="maileroo",service="t"} 2');
});

test.each(injections)('no header can be smuggled in: %j', async (text) => {
  await transport()(sampleMail({ subject: text, to: { address: 'a@example.com', name: text } }));
  const [mail] = server.mails;
  expect(`${mail?.subject}${mail?.to[0]?.display_name}`).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
});

test('a message that cannot be sent never reaches the network', async () => {
  expect(await failure(transport()(sampleMail({ to: { address: 'x' } })))).toBeInstanceOf(MailRefused);
  expect(server.requests()).toBe(0);
});
