import { useSyncExternalStore } from 'react';
import { type GridEvent, type GridState, reduceGrid } from './grid-state.ts';
import type { GridWorld } from './world.ts';

export interface GridStore {
  get(): GridState;
  world(): GridWorld;
  setWorld(world: GridWorld): void;
  send(event: GridEvent): void;
  subscribe(listener: () => void): () => void;
}

/** Interaction state outside React: a cell listens for its own part, so an arrow key renders two cells, not all. */
export function createGridStore(initial: GridState, firstWorld: GridWorld): GridStore {
  let state = initial;
  let world = firstWorld;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    world: () => world,
    setWorld: (next) => {
      world = next;
    },
    send: (event) => {
      const next = reduceGrid(state, event, world);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Renders again only when what `select` returns has changed; it must return a primitive or a kept object. */
export const useGridState = <T>(store: GridStore, select: (state: GridState) => T): T =>
  useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
