import { useEffect } from 'react';

export type Over = 'dialog' | 'sheet';

/** How many of each lie over the page now. */
const open: Record<Over, number> = { dialog: 0, sheet: 0 };
const listeners = new Set<() => void>();

function count(kind: Over, by: 1 | -1): void {
  open[kind] += by;
  for (const listener of listeners) listener();
}

/** While the component is there something lies over the page, so that toasts keep off its buttons. */
export function useLiesOver(kind: Over): void {
  useEffect(() => {
    count(kind, 1);
    return () => count(kind, -1);
  }, [kind]);
}

export type ToastPlace = 'bottom-center' | 'bottom-left' | 'bottom-right' | 'top-center';

/** Where toasts are in nobody's way: beside a dialog if there is room, else above it; at the other side of a panel. */
export function toastPlace(width: number, direction: 'ltr' | 'rtl'): ToastPlace {
  const start = direction === 'ltr' ? 'bottom-left' : 'bottom-right';
  if (open.dialog > 0) return width < 1320 ? 'top-center' : start;
  // a phone's panel is as wide as the page, and its buttons are below
  return open.sheet > 0 && width >= 640 ? start : 'bottom-center';
}

export function onOver(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('resize', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('resize', listener);
  };
}
