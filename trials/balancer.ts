import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

export type Balancer = {
  url: string;
  /** where the next connections go, in turn; none: they are refused */
  to: (urls: readonly string[]) => void;
  /** cuts every connection that is open */
  drop: () => void;
  close: () => Promise<void>;
};

/** Spreads connections as a platform's router does, byte by byte, knowing nothing of HTTP. */
export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  let targets = [...urls];
  let turn = 0;
  const open = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const target = targets[turn++ % targets.length];
    if (!target) return void client.destroy();
    const { hostname, port } = new URL(target);
    const upstream = net.connect(Number(port), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1', 4096);
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: (next) => (targets = [...next]),
    drop: () => {
      for (const socket of open) socket.destroy();
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
