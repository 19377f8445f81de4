import type { Anchor } from '../anchor';
import { createEngine, type Engine } from '../engine';
import type { Owner } from '../outbox-row';
import type { Answer } from '../retry';
import type { SyncStore } from '../sync-store';
import { NotSignedIn, type Request } from '../transport';
import type { FakeServer } from './fake-server.fixture';
import { idOf } from './server-items.fixture';

/** What may become of one request. */
export const FAULTS = [
  'lost request',
  'lost reply',
  'sent twice',
  '500',
  '401',
  '429',
  'key in use',
  'sign-in page of a hotel',
  'kill before',
  'kill after',
] as const;
export type Fault = (typeof FAULTS)[number];

export type World = {
  /** True time, milliseconds. */
  time: number;
  server: FakeServer;
  /** For the next requests, in order; then all goes well. null: this one goes well. */
  faults: (Fault | null)[];
  /** Who is signed in. */
  owner: Owner;
  /** What the server answered, by owner: for the order of first arrival. */
  log: { owner: Owner; request: Request }[];
  /** The process dies at this step of the store: `before` it is done, or after it, unheard. null: it lives. */
  killAt: { step: number; before: boolean } | null;
};

const never = new Promise<never>(() => undefined);
const problem = (status: number, code: string): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail: code, correlationId: 'c' },
});

/** A phone: clocks that may be wrong, storage that outlives the process, and processes that may die at any step. */
export function phone(world: World, store: SyncStore) {
  let made = 0;
  let boot = 1;
  let bootedAt = world.time - 1000;
  let wallOffset = 0;
  let anchor: Anchor | null = null;
  const clock = {
    wall: () => world.time + wallOffset,
    mono: () => world.time - bootedAt,
    bootId: () => idOf(7, boot),
    timeZone: () => 'Europe/Copenhagen',
  };

  /** A process: everything it does after its death happens to nobody. */
  function start() {
    let isAlive = true;
    let die: () => void = () => undefined;
    const death = new Promise<'killed'>((resolve) => {
      die = () => {
        isAlive = false;
        resolve('killed');
      };
    });
    const step = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!isAlive) return never;
      const isLast = world.killAt !== null && world.killAt.step-- === 0;
      if (!isLast) {
        const result = await work();
        return isAlive ? result : never;
      }
      if (!world.killAt?.before) await work();
      world.killAt = null;
      die();
      return never;
    };
    const mortal = new Proxy(store, {
      get:
        (target, name: keyof SyncStore) =>
        (...args: unknown[]) =>
          step(() => (target[name] as (...all: unknown[]) => Promise<unknown>)(...args)),
    });
    const deliver = (owner: Owner, request: Request) => {
      world.log.push({ owner, request: structuredClone(request) });
      return structuredClone(world.server.answer(owner, request));
    };
    const engine = createEngine({
      store: mortal,
      clock,
      random: () => 0.5,
      newId: () => idOf(9, (made += 1)),
      anchors: { get: () => anchor, set: (next) => (anchor = next) },
      changed: () => undefined,
      transport: {
        async send(owner, request) {
          if (!isAlive) return never;
          if (owner !== world.owner) throw new NotSignedIn();
          // the network takes its time: others get their turn
          await new Promise((resolve) => setImmediate(resolve));
          if (!isAlive) return never;
          const fault = world.faults.shift() ?? null;
          if (fault === 'lost request') throw new TypeError('Network request failed');
          if (fault === '500') return { status: 503, body: 'upstream' };
          if (fault === '401') return problem(401, 'token_expired');
          if (fault === '429') return { ...problem(429, 'too_many_requests'), retryAfterSeconds: 30 };
          if (fault === 'key in use') return problem(409, 'idempotency_key_in_use');
          if (fault === 'sign-in page of a hotel') return { status: 200, body: '<html>' };
          if (fault === 'kill before') {
            die();
            return never;
          }
          const answer = deliver(owner, request);
          // so does the answer: what it tells may be old when it comes
          await new Promise((resolve) => setImmediate(resolve));
          if (!isAlive) return never;
          if (fault === 'kill after') {
            die();
            return never;
          }
          if (fault === 'lost reply') throw new TypeError('Network request failed');
          return fault === 'sent twice' ? deliver(owner, request) : answer;
        },
      },
    });
    return {
      /** What the process does, until it dies. */
      run: <T>(work: (engine: Engine) => Promise<T>): Promise<T | 'killed'> =>
        Promise.race([work(engine), death]),
      die,
    };
  }

  return {
    store,
    clock,
    start,
    setWall: (offset: number) => (wallOffset = offset),
    wallOffset: () => wallOffset,
    reboot() {
      boot += 1;
      bootedAt = world.time;
    },
    /** Has it asked the server for the time since it was started? */
    isAnchored: () => anchor?.bootId === clock.bootId(),
  };
}
export type Phone = ReturnType<typeof phone>;
