import fc from 'fast-check';
import { ownerOf, rowsOf, type Owner } from '../outbox-row';
import { happenedAt } from '../stamp';
import type { SyncStore } from '../sync-store';
import { fakeServer } from './fake-server.fixture';
import { FAULTS, phone, type Fault, type World } from './phone.fixture';
import { idOf, iso, newsItem, shiftItem } from './server-items.fixture';

const MINUTE = 60_000;
const START = Date.parse('2026-03-28T22:00:00Z');
export const OWNERS = [ownerOf('org', 'ada'), ownerOf('org', 'bo')] as const;
const HERE = { latitude: 1, longitude: 2, accuracyMeters: 5, ageSeconds: 1 };

export type Step =
  | { do: 'tap'; kind: 'in' | 'out'; next: 'nothing' | 'place' | 'take back' | 'die before' | 'die after' }
  | {
      do:
        | 'correct'
        | 'read'
        | 'settings'
        | 'reboot'
        | 'restart'
        | 'cursors lost'
        | 'manager edits'
        | 'publish'
        | 'unpublish'
        | 'news'
        | 'other account';
    }
  | { do: 'sync'; tabs: number; faults: (Fault | null)[]; killAt: { step: number; before: boolean } | null }
  | { do: 'time'; minutes: number }
  | { do: 'wall'; minutes: number };

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tap' as const),
      kind: fc.constantFrom('in' as const, 'out' as const),
      next: fc.constantFrom(
        'nothing' as const,
        'place' as const,
        'take back' as const,
        'die before' as const,
        'die after' as const,
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      tabs: fc.integer({ min: 1, max: 2 }),
      faults: fc.array(fc.option(fc.constantFrom(...FAULTS), { freq: 3 }), { maxLength: 6 }),
      killAt: fc.option(fc.record({ step: fc.integer({ min: 0, max: 25 }), before: fc.boolean() }), {
        freq: 3,
      }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('time' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wall' as const),
      minutes: fc.constantFrom(0, 10, -10, 1440, -1440, -45_000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'correct' as const,
        'read' as const,
        'settings' as const,
        'reboot' as const,
        'restart' as const,
        'cursors lost' as const,
        'manager edits' as const,
        'publish' as const,
        'unpublish' as const,
        'news' as const,
        'other account' as const,
      ),
    }),
  },
);

type Tap = {
  id: string;
  owner: Owner;
  trueTime: number;
  /** The phone knew the server's time. */
  isExact: boolean;
};

/** Lets all that happen, then gives both of them a good network for a while. */
export async function live(steps: readonly Step[], store: SyncStore) {
  const world: World = {
    time: START,
    server: fakeServer(() => world.time),
    faults: [],
    owner: OWNERS[0],
    log: [],
    killAt: null,
  };
  const device = phone(world, store);
  let process = device.start();
  const taps: Tap[] = [];
  const asked: { id: string; owner: Owner }[] = [];
  let made = 0;
  const person = () => world.server.personOf(world.owner);
  const rows = async (owner: Owner) => device.store.rows(owner);

  async function sync(tabs: number): Promise<void> {
    const processes = [process, ...Array.from({ length: tabs - 1 }, () => device.start())];
    await Promise.all(processes.map((one) => one.run((engine) => engine.sync(world.owner, { hurry: true }))));
    // whoever was killed is started anew; a second tab is closed
    for (const one of processes) one.die();
    process = device.start();
  }

  for (const one of steps) {
    const { owner } = world;
    world.time += 5000;
    switch (one.do) {
      case 'tap': {
        const trueTime = world.time;
        const isExact = device.isAnchored();
        if (one.next.startsWith('die')) world.killAt = { step: 0, before: one.next === 'die before' };
        const id = await process.run(async (engine) => {
          const stamp = engine.stamp();
          return engine.punch(owner, {
            kind: one.kind,
            stamp,
            ...((one.next === 'place' || one.next === 'take back') && { holdMs: 10_000 }),
          });
        });
        if (id === 'killed') {
          process = device.start();
          // nobody was told; it is there or it is not
          const saved = one.next === 'die after' ? (await rows(owner)).at(-1) : undefined;
          if (saved) taps.push({ id: saved.id, owner, trueTime, isExact });
          break;
        }
        taps.push({ id, owner, trueTime, isExact });
        world.time += 3000;
        if (one.next === 'place') await process.run((engine) => engine.place(owner, id, HERE));
        if (one.next === 'take back') {
          await process.run((engine) => engine.takeBack(owner, id));
          taps.pop();
        }
        break;
      }
      case 'correct': {
        const punch = rowsOf(await rows(owner), 'punch').at(-1);
        if (!punch) break;
        const at = happenedAt(punch.body.stamp);
        const id = await process.run((engine) =>
          engine.proposeCorrection(owner, {
            target: { punchId: punch.id },
            startedAt: iso(at),
            endedAt: iso(at + MINUTE),
            comment: 'forgot',
          }),
        );
        asked.push({ id, owner });
        break;
      }
      case 'read': {
        const [news] = await device.store.items(owner, 'notification');
        if (news) await process.run((engine) => engine.markRead(owner, news.id));
        break;
      }
      case 'settings':
        await process.run((engine) =>
          engine.saveSettings(owner, { reminderMinutes: 5 + ((made += 1) % 100) }),
        );
        break;
      case 'sync':
        world.faults = [...one.faults];
        world.killAt = one.killAt && { ...one.killAt };
        await sync(one.tabs);
        world.faults = [];
        world.killAt = null;
        break;
      case 'restart':
        process.die();
        process = device.start();
        break;
      case 'reboot':
        process.die();
        device.reboot();
        process = device.start();
        break;
      case 'other account':
        world.owner = OWNERS[world.owner === OWNERS[0] ? 1 : 0];
        break;
      case 'time':
        world.time += one.minutes * MINUTE;
        break;
      case 'wall':
        device.setWall(one.minutes * MINUTE);
        break;
      case 'cursors lost':
        person().told.clear();
        break;
      case 'manager edits':
        for (const version of person().versions.values()) version.shape = '';
        break;
      case 'publish': {
        const id = idOf(4, (made += 1));
        person().items.set(`shift ${id}`, { kind: 'shift', id, item: shiftItem(id, 1, world.time) });
        break;
      }
      case 'unpublish': {
        const key = [...person().items.keys()].find((name) => name.startsWith('shift'));
        if (key) person().items.delete(key);
        break;
      }
      case 'news': {
        const id = idOf(5, (made += 1));
        person().items.set(`notification ${id}`, {
          kind: 'notification',
          id,
          item: newsItem(id, world.time, null),
        });
        break;
      }
    }
  }

  // the network is back for both of them
  for (const owner of OWNERS) {
    world.owner = owner;
    for (let round = 0; round < 25; round++) {
      await sync(1);
      world.time += 2 * MINUTE;
    }
  }
  return { world, device, taps, asked, rows };
}
