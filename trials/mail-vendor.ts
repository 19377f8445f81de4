import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type Accepted = { to: string; reference: string; key: string; at: number };
/** What the vendor does with a mail: answers, takes it and never says so, or never takes it. */
export type Manner = 'answer' | 'accept and hang' | 'hang';

export type MailVendor = {
  url: string;
  /** every mail that was taken, in order, doubles too */
  accepted: Accepted[];
  /** requests that wait for an answer */
  waiting: () => number;
  manner: (asked: { to: string; key: string }) => Manner;
  close: () => Promise<void>;
};

type Body = { to: { address: string }[]; reference_id: string };

/** A vendor that speaks Maileroo's protocol on loopback and behaves as it is told. */
export async function startMailVendor(): Promise<MailVendor> {
  const accepted: Accepted[] = [];
  let waiting = 0;
  const server = http.createServer((request, response) => {
    waiting++;
    response.once('close', () => waiting--);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
      const to = body.to[0]?.address ?? '';
      const key = (request.headers.authorization ?? '').replace('Bearer ', '');
      const manner = vendor.manner({ to, key });
      if (manner !== 'hang') accepted.push({ to, reference: body.reference_id, key, at: performance.now() });
      if (manner !== 'answer') return;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ success: true, message: 'ok', data: { reference_id: body.reference_id } }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const vendor: MailVendor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`,
    accepted,
    waiting: () => waiting,
    manner: () => 'answer',
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return vendor;
}

/** A worker's settings to send through it. */
export const mailThrough = ({ url }: MailVendor, key = 'key'): NodeJS.ProcessEnv => ({
  MAILEROO_API_KEY: key,
  MAILEROO_BASE_URL: url,
});

/** How many mails there were, and how many of them twice; the vendor knows a double by its reference. */
export const countMails = ({ accepted }: MailVendor): { people: number; references: number } => ({
  people: new Set(accepted.map(({ to }) => to)).size,
  references: new Set(accepted.map(({ reference }) => reference)).size,
});
