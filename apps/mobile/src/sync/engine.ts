import { TimeView } from '@vaktplan/contracts/http/sync';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import type { UpdateNotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import { anchorOf, betterAnchor, serverNow, type Anchor, type PhoneClock } from './anchor';
import { drain, type Drained } from './drain';
import { inTurn } from './in-turn';
import type { CorrectionBody, NewRow, Owner, PunchBody, PunchPosition } from './outbox-row';
import { attempt } from './outcome';
import { pull, type Pulled } from './pull';
import { stamp, type Stamp } from './stamp';
import type { SyncStore } from './sync-store';
import type { Transport } from './transport';

export type EngineParts = {
  store: SyncStore;
  transport: Transport;
  clock: PhoneClock;
  /** UUIDv7. */
  newId: () => string;
  random: () => number;
  anchors: { get: () => Anchor | null; set: (anchor: Anchor) => void };
  /** Something of this owner is another than before: screens look again. */
  changed: (owner: Owner) => void;
};
export type Synced = Drained & { pulled: Pulled };
export type NewPunch = {
  kind: PunchKind;
  /** Taken at the tap, before anything slow. */
  stamp: Stamp;
  locationId?: string;
  deviceId?: string;
  /** So long it can be taken back or get its position before it goes out; it is written down at once all the same. */
  holdMs?: number;
};

const KEEP_CONFIRMED_MS = 35 * 86_400_000;

/**
 * Everything a person does on the phone goes through here: written down first, sent when it can be. No method needs a
 * connection but `sync`, `send` and `pull`, and these never throw for the lack of one.
 */
export function createEngine(parts: EngineParts) {
  const { store, transport, clock, anchors, changed } = parts;
  // one at a time for each owner within this process; the lease and the cursor keep others apart
  const draining = new Map<Owner, Promise<Drained>>();
  const pullInTurn = inTurn();

  async function add(row: Omit<NewRow, 'id' | 'createdAt' | 'nextAt'>, waitMs = 0): Promise<string> {
    const now = clock.wall();
    const id = parts.newId();
    await store.add({ ...row, id, createdAt: now, nextAt: waitMs > 0 ? now + waitMs : 0 } as NewRow);
    changed(row.owner);
    return id;
  }

  async function pullOnce(owner: Owner, afresh = false): Promise<Pulled> {
    const pulled = await pull({ store, transport, now: () => clock.wall() }, owner, { afresh });
    changed(owner);
    return pulled;
  }
  /** Holds all that had happened when it was asked for: one that runs already may have read past it. */
  const pullNow = (owner: Owner, afresh = false): Promise<Pulled> =>
    pullInTurn(`${owner} ${afresh}`, () => pullOnce(owner, afresh));
  /** Rows that come while one runs are taken along, or by the next look at what waits. */
  function send(owner: Owner): Promise<Drained> {
    const going = draining.get(owner);
    if (going) return going;
    const started = drain({ ...parts, pull: pullOnce }, owner).finally(() => draining.delete(owner));
    draining.set(owner, started);
    return started;
  }

  /** Asks the server for the time. Without an answer the phone goes by what it knew. */
  async function measureTime(owner: Owner): Promise<void> {
    const before = clock.mono();
    const ask = () => transport.send(owner, { method: 'GET', path: '/api/v1/time' });
    const verdict = await attempt(ask, 0);
    const answer = TimeView.safeParse(verdict.kind === 'ok' ? verdict.body : null).data;
    if (answer) {
      anchors.set(betterAnchor(anchors.get(), anchorOf(Date.parse(answer.serverTime), before, clock)));
    }
  }

  return {
    /** The moment of a tap. First thing in a handler. */
    stamp: (): Stamp => stamp(clock, anchors.get()),
    /** Milliseconds since the epoch by the server's clock, as far as known. */
    now: (): number => serverNow(clock, anchors.get()),

    /** Saved on this phone when it answers. The id is the punch's. */
    async punch(owner: Owner, { kind, stamp: moment, holdMs, ...where }: NewPunch): Promise<string> {
      const body: PunchBody = { kind, stamp: moment, ...where };
      return add({ owner, stream: 'punch', body } as NewRow, holdMs);
    },
    /** Where it was, or `null` when that could not be found out. False: it has been sent without. */
    place: async (owner: Owner, id: string, position: PunchPosition | null): Promise<boolean> =>
      position !== null && store.amend(owner, id, { position }),
    /** As if never tapped. False: it has been sent. */
    async takeBack(owner: Owner, id: string): Promise<boolean> {
      const isInTime = await store.takeBack(owner, id);
      changed(owner);
      return isInTime;
    },
    proposeCorrection: (owner: Owner, body: CorrectionBody): Promise<string> =>
      add({ owner, stream: 'correction', body } as NewRow),
    markRead: (owner: Owner, notificationId: string): Promise<string> =>
      add({ owner, stream: 'inbox', body: { notificationId } } as NewRow),
    saveSettings: (owner: Owner, patch: UpdateNotificationSettings): Promise<string> =>
      add({ owner, stream: 'settings', body: { patch } } as NewRow),
    async again(owner: Owner, id: string): Promise<void> {
      await store.again(owner, id);
      changed(owner);
    },
    async dismiss(owner: Owner, id: string): Promise<void> {
      await store.dismiss(owner, id);
      changed(owner);
    },

    send,
    pull: pullNow,
    /** Sends, then fetches. `hurry`: there is a reason to believe that it works now. */
    async sync(owner: Owner, { hurry = false } = {}): Promise<Synced> {
      if (hurry) await store.hurry(owner);
      await measureTime(owner);
      const drained = await send(owner);
      const pulled = drained.signedOut ? 'signedOut' : await pullNow(owner);
      if (pulled === 'whole') await store.prune(owner, clock.wall() - KEEP_CONFIRMED_MS);
      return { ...drained, pulled };
    },

    /** What is on this phone only. */
    async unsent(owner: Owner): Promise<number> {
      const rows = await store.rows(owner);
      return rows.filter(({ state }) => state === 'saved' || state === 'sending').length;
    },
    /** Forgets what was read. What was written stays, for when the same person signs in again. */
    async forget(owner: Owner): Promise<void> {
      await store.forgetCache(owner);
      changed(owner);
    },
  };
}
export type Engine = ReturnType<typeof createEngine>;
