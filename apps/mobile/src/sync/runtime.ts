import * as z from 'zod';
import { deviceClock } from '@/platform/device-clock';
import { kv } from '@/platform/kv';
import { newId } from '@/platform/new-id';
import type { Anchor } from './anchor';
import type { Drained } from './drain';
import { createEngine } from './engine';
import { httpTransport } from './http-transport';
import { syncStore } from './open-store';
import type { Owner } from './outbox-row';
import { lookedAt } from './schedule-changes';
import { LOOKED } from './snapshot';
import { createStored } from './stored';
import { tabs } from './tabs';

// one of each for the process: with screens, or started by the system without any

const ANCHOR = 'sync.anchor';
const OWNER = 'sync.owner';
/** So far ahead the server tells of shifts. */
const AHEAD_MS = 56 * 86_400_000;
const Kept = z.object({
  serverMs: z.number(),
  monoMs: z.number(),
  wallMs: z.number(),
  bootId: z.string(),
  roundTripMs: z.number(),
});

let anchor: Anchor | null | undefined;
const anchors = {
  get: (): Anchor | null => {
    const text = anchor === undefined ? kv.get(ANCHOR) : null;
    anchor ??= Kept.safeParse(text ? JSON.parse(text) : null).data ?? null;
    return anchor;
  },
  set: (next: Anchor): void => {
    anchor = next;
    kv.set(ANCHOR, JSON.stringify(next));
  },
};

/** The network's troubles are none: what fails here is the phone's own storage. */
const tellStorage = (error: unknown): void => console.warn('the store could not be used', error);

/** What screens show. */
export const stored = createStored(syncStore, tellStorage);

const tellTabs = tabs((owner) => void stored.changed(owner));

export const engine = createEngine({
  store: syncStore,
  transport: httpTransport,
  clock: deviceClock,
  newId,
  random: Math.random,
  anchors,
  changed: (owner) => {
    void stored.changed(owner);
    tellTabs(owner);
  },
});

/** Whose rows a start without screens sends. Kept when somebody signs in. */
export const lastOwner = {
  get: (): Owner | null => kv.get(OWNER),
  keep: (owner: Owner): void => kv.set(OWNER, owner),
  forget: (): void => kv.remove(OWNER),
};

const afterSync = new Set<(owner: Owner) => Promise<void>>();
/** Work that follows a sync, such as sending photos of confirmed punches. It may not throw. */
export function followSync(work: (owner: Owner) => Promise<void>): () => void {
  afterSync.add(work);
  return () => void afterSync.delete(work);
}

/** Sends and fetches all there is. `hurry`: there is a reason to believe that it works now. Never throws. */
export async function syncAll(owner: Owner, hurry: boolean): Promise<void> {
  try {
    await engine.sync(owner, { hurry });
    for (const work of afterSync) await work(owner);
  } catch (error) {
    tellStorage(error);
  }
}

/** Sends what is due. Never throws. */
export const sendAll = (owner: Owner): Promise<Drained> =>
  engine.send(owner).catch((error: unknown) => {
    tellStorage(error);
    return { confirmed: 0, refused: 0, signedOut: false };
  });

/** From now on, what is on the schedule is no news. */
export async function markLooked(): Promise<void> {
  const snapshot = stored.get();
  if (!snapshot) return;
  const now = engine.now();
  const looked = lookedAt(snapshot.shifts, now, now + AHEAD_MS);
  await syncStore.setNote(snapshot.owner, LOOKED, JSON.stringify(looked));
  await stored.changed(snapshot.owner);
}
