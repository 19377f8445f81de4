'use client';
import { getPunchTimeTrackingUrl, getPunchesTimeTrackingUrl } from '@vaktplan/api-client';
import type { CreatePunch, PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { useSyncExternalStore } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { write } from '../../lib/api';
import { asProblem, type ProblemCode } from '../../lib/problem';

/**
 * saved: on this device, not sent yet. sent: on its way. refused: the server said no, see `problem` and its `code`;
 * `kept`: it is stored all the same, and a manager looks at it.
 * A confirmed punch leaves the outbox; the clock's answer shows it from then on.
 */
export type OutboxItem = {
  punch: CreatePunch;
  employeeId: string;
  state: 'saved' | 'sent' | 'refused';
  problem?: string;
  code?: ProblemCode;
  kept?: boolean;
};

const storageKey = 'vaktplan.punches';
const nothing: OutboxItem[] = [];
const listeners = new Set<() => void>();
let items: OutboxItem[] | undefined;

function load(): OutboxItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    // what was on its way when the page closed may not have arrived; its id makes sending again safe
    return Array.isArray(kept) && kept.every(isItem)
      ? kept.map((item) => (item.state === 'sent' ? { ...item, state: 'saved' } : item))
      : [];
  } catch {
    return [];
  }
}

/** As far as this device needs it; the punch itself is judged where it is sent. */
function isItem(kept: unknown): kept is OutboxItem {
  if (typeof kept !== 'object' || kept === null) return false;
  const { punch, employeeId, state } = kept as Partial<Record<keyof OutboxItem, unknown>>;
  const facts = typeof punch === 'object' && punch !== null ? (punch as Record<string, unknown>) : {};
  const words = [employeeId, facts.id, facts.kind, facts.occurredAt];
  return words.every((word) => typeof word === 'string') && /^(saved|sent|refused)$/.test(String(state));
}

const current = () => (items ??= load());

function replace(next: OutboxItem[]) {
  items = next;
  localStorage.setItem(storageKey, JSON.stringify(next));
  for (const listener of listeners) listener();
}

const patch = (id: string, change: Partial<OutboxItem>) =>
  replace(current().map((item) => (item.punch.id === id ? { ...item, ...change } : item)));

function onStorage(event: StorageEvent) {
  if (event.key !== storageKey) return;
  items = undefined;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) window.addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', onStorage);
  };
}

/** Punches of this device that the server has not confirmed, oldest first. */
export const usePunchOutbox = (): OutboxItem[] => useSyncExternalStore(subscribe, current, () => nothing);

/** This page's monotonic clock, which no change of the device's time moves. */
const bootId = uuidv7();
let taps = 0;
const monotonicMs = () => Math.round(performance.now());

/** Now, by the device's clock and by its monotonic one. */
export const tapMoment = () => ({ occurredAt: new Date().toISOString(), monotonicMs: monotonicMs() });

/** Writes the punch down on this device before anything is sent; its id and time never change after. */
export function savePunch(
  kind: PunchKind,
  employeeId: string,
  locationId: string | undefined,
  position?: CreatePunch['position'],
  tappedAt = tapMoment(),
): void {
  const punch: CreatePunch = {
    id: uuidv7(),
    kind,
    occurredAt: tappedAt.occurredAt,
    locationId,
    offline: !navigator.onLine || undefined,
    source: 'web',
    tapped: { bootId, monotonicMs: tappedAt.monotonicMs, sequence: ++taps },
    position,
  };
  replace([...current(), { punch, employeeId, state: 'saved' }]);
}

export const dismissPunch = (id: string): void => replace(current().filter((item) => item.punch.id !== id));

let sending = false;
const mostTogether = 100;

/**
 * Sends what waits, oldest first: a tap of now on its own, what waited together. Stops at the first that does not get
 * through; a refused one is kept with its reason. `onConfirmed` runs after each that arrived.
 */
export async function sendPunches(employeeId: string, onConfirmed: () => Promise<unknown>): Promise<void> {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (;;) {
      const waiting = current().filter((item) => item.state === 'saved' && item.employeeId === employeeId);
      const [first] = waiting;
      if (!first) return;
      const together = first.punch.offline ? waiting.filter((item) => item.punch.offline) : [first];
      const batch = together.slice(0, mostTogether);
      for (const { punch } of batch) patch(punch.id, { state: 'sent' });
      try {
        if (first.punch.offline) await sendTogether(batch);
        else await sendOne(first.punch);
        await onConfirmed();
        for (const { punch } of batch) if (!isRefused(punch.id)) dismissPunch(punch.id);
      } catch (error) {
        const problem = asProblem(error);
        const maySucceedLater = problem.code === 'offline' || problem.status >= 500 || problem.status === 429;
        if (maySucceedLater || problem.status === 401) {
          // a moment from now it is a punch that waited
          for (const { punch } of batch)
            patch(punch.id, { state: 'saved', punch: { ...punch, offline: true } });
          return;
        }
        for (const { punch } of batch)
          patch(punch.id, { state: 'refused', problem: problem.detail, code: problem.code });
        await onConfirmed();
      }
    }
  } finally {
    sending = false;
  }
}

const isRefused = (id: string): boolean =>
  current().some((item) => item.punch.id === id && item.state === 'refused');

const contracts = () => import('@vaktplan/contracts/http/time-tracking');

/** With this page's clock, so that a wrong time of the device can be set right; another page's says nothing here. */
const sendOne = (punch: CreatePunch) =>
  write('POST', getPunchTimeTrackingUrl(), {
    body: punch.tapped?.bootId === bootId ? { ...punch, sentMonotonicMs: monotonicMs() } : punch,
    schema: async () => (await contracts()).PunchResult,
    idempotencyKey: punch.id,
  });

/** Each is answered on its own: one that is refused holds none of the others up. */
async function sendTogether(items: readonly OutboxItem[]): Promise<void> {
  const { data } = await write('POST', getPunchesTimeTrackingUrl(), {
    body: { punches: items.map(({ punch }) => punch), sent: { bootId, monotonicMs: monotonicMs() } },
    schema: async () => (await contracts()).PunchBatchResult,
  });
  for (const { id, outcome, code, detail } of data) {
    if (outcome === 'recorded') continue;
    patch(id, {
      state: 'refused',
      problem: detail ?? undefined,
      code: code ?? undefined,
      kept: outcome === 'kept',
    });
  }
}
