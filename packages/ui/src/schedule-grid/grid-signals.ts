import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { GridFormat } from './grid-format.ts';
import type { ScheduleGridProps } from './props.ts';
import type { GridFinding, GridPeer } from './types.ts';

/** What the page tells the grid about single shifts. */
export interface Signals {
  findings: ReadonlyMap<string, readonly GridFinding[]>;
  /** Who is dragging a shift elsewhere, by its id. */
  dragging: ReadonlyMap<string, GridPeer>;
  flashing: ReadonlySet<string>;
}

export interface SignalStore {
  get(): Signals;
  set(part: Partial<Signals>): void;
  subscribe(listener: () => void): () => void;
}

export const FLASH_MS = 600;

const NO_SHIFTS: ReadonlySet<string> = new Set();
const NO_FINDINGS: Signals['findings'] = new Map();

/** Kept outside React: a chip listens for what concerns it, so that one finding renders one chip. */
export function createSignalStore(): SignalStore {
  let signals: Signals = { findings: NO_FINDINGS, dragging: new Map(), flashing: NO_SHIFTS };
  const listeners = new Set<() => void>();
  return {
    get: () => signals,
    set: (part) => {
      signals = { ...signals, ...part };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const DRAGGED = 1;
export const FLASHING = 2;
export const FOUND = 4;

/**
 * All a chip wants to know as one text, so that it needs one listener: a digit of flags, then what is said of it. Empty
 * when there is nothing.
 */
export function signalsOf(
  { dragging, flashing, findings }: Signals,
  id: string,
  { say, list }: Pick<GridFormat, 'say' | 'list'>,
): string {
  const mover = dragging.get(id);
  const found = findings.get(id) ?? [];
  const flags = (mover ? DRAGGED : 0) | (flashing.has(id) ? FLASHING : 0) | (found.length > 0 ? FOUND : 0);
  if (flags === 0) return '';
  const words = found.map(({ severity, text }) => say(`finding_${severity}`, { text }));
  if (mover) words.push(say('isMoving', { name: mover.name }));
  return `${flags}${list(words)}`;
}

export const useSignal = <T>(store: SignalStore, select: (signals: Signals) => T): T =>
  useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );

/** Puts findings, others' drags and flashes from the page's props where the chips hear of them. */
export function useSignals(props: ScheduleGridProps): SignalStore {
  const [store] = useState(createSignalStore);
  const { findings, presence, flash } = props;
  useLayoutEffect(() => store.set({ findings: findings ?? NO_FINDINGS }), [store, findings]);
  useLayoutEffect(() => {
    const pairs = (presence ?? []).flatMap((peer) => peer.dragging.map((id) => [id, peer] as const));
    store.set({ dragging: new Map(pairs) });
  }, [store, presence]);
  useEffect(() => {
    if (!flash || flash.size === 0) return;
    store.set({ flashing: flash });
    const timer = setTimeout(() => store.set({ flashing: NO_SHIFTS }), FLASH_MS);
    return () => clearTimeout(timer);
  }, [store, flash]);
  return store;
}
