import { ownerOf, rowsOf, type Owner } from '../outbox-row';
import { happenedAt } from '../stamp';
import type { SyncStore } from '../sync-store';
import { fakeServer } from './fake-server.fixture';
import { phone, type World } from './phone.fixture';
import { idOf, iso, newsItem, shiftItem } from './server-items.fixture';
import type { Step } from './steps.fixture';

const MINUTE = 60_000;
const START = Date.parse('2026-03-28T22:00:00Z');
export const OWNERS = [ownerOf('org', 'ada'), ownerOf('org', 'bo')] as const;
const HERE = { latitude: 1, longitude: 2, accuracyMeters: 5, ageSeconds: 1 };

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
  /** Shifts that were there when it was asked for them, and not on the phone when the answer was. */
  const missed: string[] = [];
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

  function publish(): string {
    const id = idOf(4, (made += 1));
    person().items.set(`shift ${id}`, { kind: 'shift', id, item: shiftItem(id, 1, world.time) });
    return id;
  }
  /** The server has answered one look when the next shift is published; the signal for that asks for another look. */
  async function signalWhileItLooks(owner: Owner): Promise<void> {
    const before = world.log.length;
    const hasRead = () => world.log.slice(before).some(({ request }) => request.path.includes('/sync?'));
    const first = process.run((engine) => engine.sync(owner));
    while (!hasRead()) await new Promise((resolve) => setImmediate(resolve));
    const id = publish();
    await process.run((engine) => engine.pull(owner));
    const here = await device.store.items(owner, 'shift');
    if (!here.some((shift) => shift.id === id)) missed.push(id);
    await first;
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
      case 'publish':
        publish();
        break;
      case 'signal while it looks':
        await signalWhileItLooks(owner);
        break;
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
  return { world, device, taps, asked, rows, missed };
}
