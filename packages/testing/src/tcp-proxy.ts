import { once } from 'node:events';
import net from 'node:net';

export type TcpProxy = {
  /** the target's URL with the proxy's address in it */
  url: string;
  /** drops every connection and refuses new ones */
  cut: () => Promise<void>;
  /** accepts again, at the same address */
  restore: () => Promise<void>;
  /** keeps connections open but lets nothing through, as a paused server does */
  freeze: () => void;
  thaw: () => void;
  /** answers the first chunk from a client that contains `text` itself, once, instead of passing it on */
  answerOnce: (text: string, answer: string) => void;
  close: () => Promise<void>;
};

/** A loopback proxy in front of a real server, to make its network fail on command. */
export const startTcpProxy = async (targetUrl: string): Promise<TcpProxy> => {
  const target = new URL(targetUrl);
  const sockets = new Set<net.Socket>();
  let planned: { text: string; answer: string } | undefined;
  let frozen = false;

  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      if (frozen) from.pause();
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    upstream.on('data', (chunk) => client.write(chunk));
    client.on('data', (chunk) => {
      if (planned !== undefined && chunk.includes(planned.text)) {
        client.write(planned.answer);
        planned = undefined;
      } else {
        upstream.write(chunk);
      }
    });
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const { port } = address;
  const url = new URL(targetUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    cut,
    restore: () => listen(port),
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    answerOnce: (text, answer) => {
      planned = { text, answer };
    },
    close: cut,
  };
};
