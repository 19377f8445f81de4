import { once } from 'node:events';
import http from 'node:http';

export type SentMail = {
  from: { address: string; display_name?: string };
  to: { address: string; display_name?: string }[];
  subject: string;
  html?: string;
  plain?: string;
  headers?: Record<string, string>;
  reference_id?: string;
  tracking?: boolean;
};
type Answer = { status: number; body?: string; headers?: Record<string, string> } | 'hang' | 'drop';

export type MailerooServer = {
  /** base URL, as the client is given it */
  url: string;
  /** what was accepted, in order */
  mails: SentMail[];
  requests: () => number;
  /** requests whose client still waits */
  waiting: () => number;
  /** the answers to the next requests, in order, instead of the usual one */
  answerNext: (...answers: Answer[]) => void;
  close: () => Promise<void>;
};

/** A loopback server that speaks Maileroo's REST v2: POST /emails with a sending key. */
export const startMailerooServer = async (sendingKey: string): Promise<MailerooServer> => {
  const mails: SentMail[] = [];
  const planned: Answer[] = [];
  let requests = 0;
  let waiting = 0;

  const server = http.createServer();
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    requests++;
    waiting++;
    response.once('close', () => waiting--);
    const reply = (status: number, message: string, data?: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ success: status === 200, message, ...(data && { data }) }));
    };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);

    const instead = planned.shift();
    if (instead === 'hang') return;
    if (instead === 'drop') return void request.socket.destroy();
    if (instead) return void response.writeHead(instead.status, instead.headers).end(instead.body);
    if (request.method !== 'POST' || request.url !== '/api/v2/emails') return reply(404, 'Not found.');
    if (request.headers.authorization !== `Bearer ${sendingKey}`)
      return reply(401, 'The sending key is invalid.');
    const mail = parseMail(Buffer.concat(chunks).toString());
    if (typeof mail === 'string') return reply(400, mail);
    mails.push(mail);
    reply(200, 'The email has been scheduled for delivery.', {
      reference_id: mail.reference_id ?? 'f'.repeat(24),
    });
  };
  server.on('request', (request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');

  return {
    url: `http://127.0.0.1:${address.port}/api/v2`,
    mails,
    requests: () => requests,
    waiting: () => waiting,
    answerNext: (...answers) => void planned.push(...answers),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** The mail, or why the vendor would refuse it. */
const parseMail = (body: string): SentMail | string => {
  let mail: Partial<SentMail>;
  try {
    mail = JSON.parse(body);
  } catch {
    return 'The body is not JSON.';
  }
  const isAddress = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    'address' in value &&
    /^\S+@\S+$/.test(String(value.address));
  if (!isAddress(mail.from)) return 'from is invalid.';
  if (!Array.isArray(mail.to) || mail.to.length === 0 || !mail.to.every(isAddress)) return 'to is invalid.';
  if (typeof mail.subject !== 'string' || mail.subject.length > 255) return 'subject is invalid.';
  if (mail.html === undefined && mail.plain === undefined) return 'html or plain is required.';
  if (mail.reference_id !== undefined && !/^[0-9a-f]{24}$/.test(mail.reference_id))
    return 'reference_id is invalid.';
  return mail as SentMail;
};
