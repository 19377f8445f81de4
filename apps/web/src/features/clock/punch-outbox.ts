'use client';
import { getPunchTimeTrackingUrl } from '@vaktplan/api-client';
import type { CreatePunch, PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { useSyncExternalStore } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { write } from '../../lib/api';
import { asProblem } from '../../lib/problem';

/**
 * saved: on this device, not sent yet. sent: on its way. refused: the server said no, see `problem`.
 * A confirmed punch leaves the outbox; the clock's answer shows it from then on.
 */
export type OutboxItem = {
  punch: CreatePunch;
  employeeId: string;
  state: 'saved' | 'sent' | 'refused';
  problem?: string;
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

/** Writes the punch down on this device before anything is sent; its id and time never change after. */
export function savePunch(kind: PunchKind, employeeId: string, locationId: string | undefined): void {
  const punch: CreatePunch = {
    id: uuidv7(),
    kind,
    occurredAt: new Date().toISOString(),
    locationId,
    // decided at the tap: sent again, the body must be the same as the first time
    offline: !navigator.onLine || undefined,
  };
  replace([...current(), { punch, employeeId, state: 'saved' }]);
}

export const dismissPunch = (id: string): void => replace(current().filter((item) => item.punch.id !== id));

let sending = false;

/**
 * Sends what waits, oldest first, one at a time. Stops at the first that does not get through; a refused one is
 * kept with its reason. `onConfirmed` runs after each that arrived.
 */
export async function sendPunches(employeeId: string, onConfirmed: () => Promise<unknown>): Promise<void> {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (;;) {
      const next = current().find((item) => item.state === 'saved' && item.employeeId === employeeId);
      if (!next) return;
      const { punch } = next;
      const { id } = punch;
      patch(id, { state: 'sent' });
      try {
        await write('POST', getPunchTimeTrackingUrl(), {
          body: punch,
          schema: () =>
            import('@vaktplan/contracts/http/time-tracking').then((contracts) => contracts.PunchResult),
          idempotencyKey: id,
        });
        await onConfirmed();
        dismissPunch(id);
      } catch (error) {
        const problem = asProblem(error);
        const maySucceedLater = problem.code === 'offline' || problem.status >= 500 || problem.status === 429;
        if (maySucceedLater || problem.status === 401) return patch(id, { state: 'saved' });
        patch(id, { state: 'refused', problem: problem.detail });
        await onConfirmed();
      }
    }
  } finally {
    sending = false;
  }
}
