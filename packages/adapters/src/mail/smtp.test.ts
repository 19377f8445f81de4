import { once } from 'node:events';
import net from 'node:net';
import { RetryableError } from '@vaktplan/platform/retry';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { mailId, MailRefused } from './mail-message.ts';
import { injections, sampleMail } from './sample-mail.ts';
import { createSmtpTransport } from './smtp.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Received = { raw: Buffer; from: string; to: string[] };

const emailOf = (mail: Received | undefined): Promise<Email> => PostalMime.parse(mail?.raw ?? '');

const smtpError = (responseCode: number): Error => Object.assign(new Error('no'), { responseCode });

const startServer = async (options: SMTPServerOptions = {}) => {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        received.push({ raw: Buffer.concat(chunks), from, to: rcptTo.map(({ address }) => address) });
        done();
      });
    },
    ...options,
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { received, url: `smtp://127.0.0.1:${address.port}` };
};
const failure = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => undefined,
    (error: unknown) => error,
  );

test('sends both bodies, names and umlauts whole', async () => {
  const { received, url } = await startServer();
  const message = sampleMail({ headers: { 'X-Entity-Ref-ID': 'e1' } });
  expect(await createSmtpTransport({ url })(message)).toEqual({ id: mailId(message.referenceId) });
  const [mail] = received;
  expect(mail).toMatchObject({ from: 'no-reply@vaktplan.test', to: ['kari@example.com'] });
  const email = await emailOf(mail);
  expect(email).toMatchObject({
    from: { address: 'no-reply@vaktplan.test', name: 'Café Ærø' },
    to: [{ address: 'kari@example.com', name: 'Kari Nordmann' }],
    subject: message.subject,
    messageId: `<${mailId(message.referenceId)}@vaktplan.test>`,
  });
  expect(email.html?.trim()).toBe(message.html);
  expect(email.text?.trim()).toBe(message.text);
  const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
  expect(headers).toMatchObject({ 'x-entity-ref-id': 'e1', 'auto-submitted': 'auto-generated' });
});

test('a repeat has the same Message-ID', async () => {
  const { received, url } = await startServer();
  const send = createSmtpTransport({ url });
  await send(sampleMail());
  await send(sampleMail());
  expect(received).toHaveLength(2);
  const [first, second] = await Promise.all(received.map(emailOf));
  expect(second?.messageId).toBe(first?.messageId);
});

test('signs in with the user of the URL', async () => {
  const users: unknown[] = [];
  const { received, url } = await startServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      users.push(username);
      if (password === 'right') done(null, { user: username });
      else done(smtpError(535));
    },
  });
  await createSmtpTransport({ url: url.replace('//', '//kari:right@') })(sampleMail());
  expect(users).toEqual(['kari']);
  expect(received).toHaveLength(1);
  const error = await failure(
    createSmtpTransport({ url: url.replace('//', '//kari:hunter2@') })(sampleMail()),
  );
  expect(error).toBeInstanceOf(MailRefused);
  expect(String(error)).not.toContain('hunter2');
});

test.each([
  [550, MailRefused],
  [553, MailRefused],
  [421, RetryableError],
  [450, RetryableError],
])('a recipient answered with %i', async (code, kind) => {
  const { received, url } = await startServer({
    onRcptTo: (_address, _session, done) => done(smtpError(code)),
  });
  expect(await failure(createSmtpTransport({ url })(sampleMail()))).toBeInstanceOf(kind);
  expect(received).toEqual([]);
});

test.each([
  [554, MailRefused],
  [452, RetryableError],
])('a message answered with %i', async (code, kind) => {
  const { url } = await startServer({
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(smtpError(code)));
    },
  });
  expect(await failure(createSmtpTransport({ url })(sampleMail()))).toBeInstanceOf(kind);
});

test('a closed port, and a server that says nothing, are retryable', async () => {
  expect(await failure(createSmtpTransport({ url: 'smtp://127.0.0.1:9' })(sampleMail()))).toBeInstanceOf(
    RetryableError,
  );
  const sockets: net.Socket[] = [];
  const silent = net.createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const { port } = silent.address() as net.AddressInfo;
  const mute = createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 60 });
  expect(await failure(mute(sampleMail()))).toBeInstanceOf(RetryableError);
});

test.each(injections)('no header, recipient or body can be smuggled in: %j', async (text) => {
  const { received, url } = await startServer();
  const send = createSmtpTransport({ url });
  await send(
    sampleMail({
      subject: text,
      from: { address: 'a@example.com', name: text },
      to: { address: 'b@example.com', name: text },
    }),
  );
  const [mail] = received;
  expect(mail?.to).toEqual(['b@example.com']);
  const email = await emailOf(mail);
  expect(email.bcc ?? []).toEqual([]);
  expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(email.html?.trim()).toBe(sampleMail().html);
  expect(await failure(send(sampleMail({ to: { address: `b@example.com${text}` } })))).toBeInstanceOf(
    MailRefused,
  );
  expect(received).toHaveLength(1);
});
