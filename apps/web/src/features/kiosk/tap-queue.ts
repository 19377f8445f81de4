'use client';
import type { KioskPerson } from '@vaktplan/contracts/http/kiosk';
import { useSyncExternalStore } from 'react';
import { asProblem } from '../../lib/problem';
import { kioskApi } from './kiosk-api';
import { sendPhoto } from './send-photo';
import type { Tap } from './tap';
import { tapDatabase } from './tap-database';

const nothing: Tap[] = [];
const listeners = new Set<() => void>();
let taps: Tap[] = nothing;

function replace(next: Tap[]) {
  taps = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Taps of this tablet: what the server has not confirmed, and what it confirmed a moment ago. Oldest first. */
export const useTaps = (): Tap[] =>
  useSyncExternalStore(
    subscribe,
    () => taps,
    () => nothing,
  );

/** What was kept when the page closed. One that was on its way may not have arrived; its id makes sending again safe. */
export async function loadTaps(): Promise<void> {
  const kept = await tapDatabase.all();
  const known = new Set(taps.map((tap) => tap.id));
  const back = kept
    .filter((tap) => !known.has(tap.id))
    .map((tap): Tap => (tap.state === 'sent' ? { ...tap, state: 'saved' } : tap));
  replace([...back, ...taps].toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt)));
}

/** Writes the tap down before anything is sent; its id and time never change after. */
export async function saveTap(tap: Tap): Promise<void> {
  await tapDatabase.put(tap);
  const minuteAgo = Date.parse(tap.occurredAt) - 60_000;
  const kept = taps.filter(
    (one) => one.state !== 'confirmed' || one.photo || Date.parse(one.occurredAt) > minuteAgo,
  );
  replace([...kept, tap]);
}

async function change(id: string, part: Partial<Tap>): Promise<void> {
  const next = taps.map((tap) => (tap.id === id ? { ...tap, ...part } : tap));
  replace(next);
  const tap = next.find((one) => one.id === id);
  if (tap) await tapDatabase.put(tap);
}

export async function forgetTap(id: string): Promise<void> {
  await tapDatabase.remove(id);
  replace(taps.filter((tap) => tap.id !== id));
}

/**
 * ok: nothing waits. held: some wait for a PIN that is locked. later: the server did not answer. gone: the tablet's token is
 * not good any more.
 */
export type Sent = 'ok' | 'held' | 'later' | 'gone';
let sending: Promise<Sent> | undefined;

/** Sends what waits, oldest first, then the photos. `onConfirmed` hears of each that arrived. */
export function sendTaps(onConfirmed: (person: KioskPerson) => void): Promise<Sent> {
  sending ??= sendAll(onConfirmed).finally(() => (sending = undefined));
  return sending;
}

async function sendAll(onConfirmed: (person: KioskPerson) => void): Promise<Sent> {
  const skipped = new Set<string>();
  for (;;) {
    const next = taps.find((tap) => tap.state === 'saved' && !skipped.has(tap.id));
    if (!next) break;
    const outcome = await sendOne(next, onConfirmed);
    if (outcome === 'skipped') skipped.add(next.id);
    else if (outcome !== 'ok') return outcome;
  }
  for (const tap of taps.filter((one) => one.state === 'confirmed' && one.photo)) {
    const outcome = await sendPhoto(tap);
    if (outcome === 'later') return 'later';
    await change(tap.id, { photo: undefined });
    await tapDatabase.remove(tap.id);
  }
  return skipped.size > 0 ? 'held' : 'ok';
}

async function sendOne(tap: Tap, onConfirmed: (person: KioskPerson) => void): Promise<Sent | 'skipped'> {
  const { id, kind, employeeId, occurredAt, offline, sealedPin } = tap;
  await change(id, { state: 'sent' });
  try {
    const { person } = await kioskApi.punch({ id, kind, employeeId, occurredAt, offline, sealedPin });
    onConfirmed(person);
    await change(id, { state: 'confirmed', name: person.name || tap.name, sealedPin: undefined });
    // kept in sight, not on the disk, unless a photo has to follow
    if (!tap.photo) await tapDatabase.remove(id);
    return 'ok';
  } catch (error) {
    const problem = asProblem(error);
    const waits = problem.code === 'offline' || problem.status >= 500 || problem.status === 429;
    // from now on it comes late: the server must not judge it as a tap of this moment
    if (waits || problem.status === 401) await change(id, { state: 'saved', offline: true });
    else
      await change(id, { state: 'refused', problem: problem.detail, code: problem.code, photo: undefined });
    if (problem.status === 401) return 'gone';
    // one person's locked PIN must not hold up the others
    if (problem.code === 'pin_locked') return 'skipped';
    return waits ? 'later' : 'ok';
  }
}
