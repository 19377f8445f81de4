import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { hasEnded } from '../scripts/lib/child.mjs';
import { startPostgres } from '../scripts/lib/postgres.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { parentOf } from '../scripts/lib/process-table.mjs';
import { startRedis } from '../scripts/lib/redis.mjs';

type Child = Awaited<ReturnType<typeof startRedis>>['child'];

/** A database server that can be treated badly; it keeps its port and its data. */
export type Server = {
  url: string;
  start: () => Promise<void>;
  /** As an operator stops it. */
  stop: () => Promise<void>;
  /** As a machine that loses its power: no farewell. */
  kill: () => Promise<void>;
  /** Connections stay open, nothing answers. */
  pause: () => void;
  resume: () => void;
};

const root = path.resolve(import.meta.dirname, '..');

/** A process and those it made, which Postgres' connections are. */
function familyOf(pid: number): number[] {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0);
  return [pid, ...pids.filter((one) => parentOf(one) === pid)];
}

const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // ended meanwhile
    }
  }
};

type Running = { child: Child; stop: () => Promise<void> };

async function manage(url: string, launch: () => Promise<Running>): Promise<Server> {
  let running = await launch();
  const family = (): number[] => familyOf(running.child.pid ?? 0);
  const start = async (): Promise<void> => {
    // the memory of a killed server is in use until the last of its connections has noticed
    for (let attempt = 1; hasEnded(running.child); attempt++) {
      const launched = await launch().catch((error: Error) => error);
      if (!(launched instanceof Error)) running = launched;
      else if (attempt >= 50) throw launched;
      else await delay(100);
    }
  };
  return {
    url,
    start,
    stop: () => running.stop(),
    kill: async () => {
      const pids = family();
      const ended = new Promise((resolve) => running.child.once('exit', resolve));
      signal(pids, 'SIGKILL');
      await ended;
    },
    pause: () => signal(family(), 'SIGSTOP'),
    resume: () => signal(family(), 'SIGCONT'),
  };
}

export async function openPostgres(folder: string): Promise<Server> {
  const port = await freePort();
  const dataDir = path.join(folder, 'postgres');
  const launch = () => startPostgres({ dataDir, port, settings: { max_connections: 120 } });
  return manage(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, launch);
}

/** `durable`: with its append-only file. */
export async function openRedis(folder: string, durable = true): Promise<Server> {
  const port = await freePort();
  const dataDir = path.join(folder, 'redis');
  const launch = () => startRedis({ dataDir, port, toolsDir: path.join(root, '.data/tools'), durable });
  return manage(`redis://127.0.0.1:${port}`, launch);
}
