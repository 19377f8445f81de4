import type { WebSocket } from 'ws';
import type { Machine, Running } from './open-machine.ts';
import { openSocket } from './open-socket.ts';

/** One way to tell sockets of a change: two instances that hold sockets, and one more that takes the changes. */
export type SocketSide = {
  instances: Running[];
  writer: Running;
  worker: Running | null;
  /** Changes the shift; returns when it is answered. */
  change: (shiftId: string) => Promise<void>;
  /** Opens sockets, half of them on each instance. */
  open: (count: number, onChange: (frame: string) => void) => Promise<WebSocket[]>;
  stop: () => Promise<unknown>;
};

async function openInTurn(count: number, openOne: (nr: number) => Promise<WebSocket>): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  const atOnce = 20;
  for (let nr = 0; nr < count; nr += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - nr) }, (_, i) => nr + i);
    sockets.push(...(await Promise.all(numbers.map(openOne))));
  }
  return sockets;
}

const send = async (url: string, method: string, headers: Record<string, string>, body: object) => {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`unexpected answer: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { version?: number };
};

/** The product: a change over HTTP, the outbox, the relay in the worker, the streams adapter, Socket.io. */
export async function startOurs(machine: Machine): Promise<SocketSide> {
  const { tokens, data } = machine;
  const [first, second, writer, worker] = await Promise.all([
    machine.startApi(),
    machine.startApi(),
    machine.startApi(),
    machine.startWorker(),
  ]);
  const instances = [first, second];
  const [manager] = data.big.managers;
  if (!manager) throw new Error('nobody may change a shift');
  const authorization = `Bearer ${tokens.bearer(manager)}`;
  const versions = new Map<string, number>();
  return {
    instances,
    writer,
    worker,
    change: async (id) => {
      const version = versions.get(id) ?? 1;
      const url = `http://127.0.0.1:${writer.port}/api/v1/shifts/${id}`;
      const headers = { authorization, 'if-match': `"${version}"` };
      const changed = await send(url, 'PATCH', headers, { notes: `Change ${version}` });
      versions.set(id, changed.version ?? 0);
    },
    open: (count, onChange) =>
      openInTurn(count, (nr) => {
        const person = data.big.managers[nr % data.big.managers.length] ?? manager;
        const port = instances[nr % 2]?.port;
        const url = `ws://127.0.0.1:${port}/realtime/?EIO=4&transport=websocket`;
        return openSocket(url, tokens.ticket(person), onChange);
      }),
    stop: () => Promise.all([first, second, writer, worker].map((process) => process.stop())),
  };
}

/** The floor: `update`, then publish on Redis; each instance passes it on to its sockets. `frame` is as long as ours. */
export async function startFloor(machine: Machine, frame: () => string): Promise<SocketSide> {
  const { organizationId } = machine.data.big;
  const [first, second, writer] = await Promise.all([
    machine.startFloor('socket'),
    machine.startFloor('socket'),
    machine.startFloor('socket'),
  ]);
  const instances = [first, second];
  let changes = 0;
  return {
    instances,
    writer,
    worker: null,
    change: async (id) => {
      const body = { organizationId, id, notes: `Change ${++changes}`, frame: frame() };
      await send(`http://127.0.0.1:${writer.port}/change`, 'POST', {}, body);
    },
    open: (count, onChange) =>
      openInTurn(count, (nr) => openSocket(`ws://127.0.0.1:${instances[nr % 2]?.port}`, null, onChange)),
    stop: () => Promise.all([first, second, writer].map((process) => process.stop())),
  };
}

/** Shifts of this week that may be changed. */
export async function someShifts({ owner, data }: Machine, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from shifts where organization_id = $1 and local_date >= $2 and version = 1 order by local_date, id limit $3',
    [data.big.organizationId, data.week.startDate, count],
  );
  return rows.map(({ id }) => id);
}
