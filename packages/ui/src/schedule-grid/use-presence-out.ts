import { useEffect } from 'react';
import type { GridHost } from './grid-host.ts';
import type { GridState } from './grid-state.ts';
import type { CellRef } from './types.ts';

/** Five times a second at most. */
export const TELL_EVERY_MS = 200;

/** Tells the page where this tab is and what it drags, for others to see. */
export function usePresenceOut(host: GridHost): void {
  useEffect(() => {
    let told: { cell: CellRef; carry: GridState['carry'] } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const { active: cell, carry } = host.store.get();
      if (told?.cell === cell && told.carry?.shiftIds === carry?.shiftIds) return;
      told = { cell, carry };
      host.props().onPresence?.({ cell, dragging: carry?.shiftIds ?? [] });
    };
    const later = () => {
      if (host.props().onPresence) timer ??= setTimeout(tell, TELL_EVERY_MS);
    };
    later();
    const stop = host.store.subscribe(later);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [host]);
}
