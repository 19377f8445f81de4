import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 767.98px)';

/** Asking the window anew at each render would make it lay the page out each time. */
let query: MediaQueryList | undefined;

const subscribe = (listener: () => void): (() => void) => {
  const asked = window.matchMedia(NARROW);
  query = asked;
  asked.addEventListener('change', listener);
  return () => {
    asked.removeEventListener('change', listener);
    query = undefined;
  };
};

/** Whether the page is too narrow for a week of columns. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => (query ?? window.matchMedia(NARROW)).matches,
    () => false,
  );
