'use client';
import { useState } from 'react';

/**
 * For a dialog without a trigger: at its end focus goes back to where it was, or, when that is gone (an item of a menu),
 * to the element of this id.
 */
export function useReturnFocus(fallbackId?: string): (event: Event) => void {
  const [from] = useState(() => (typeof document === 'undefined' ? null : document.activeElement));
  return (event) => {
    event.preventDefault();
    const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
    const target = isThere ? from : document.getElementById(fallbackId ?? '');
    target?.focus();
  };
}
