'use client';
import { useEffect, useRef } from 'react';

/** Each step begins at its heading, for those who hear the screen or use keys; not at the first, where nobody has acted yet. */
export function useHeadingFocus(step: string): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const heading = document.querySelector<HTMLElement>('main h2');
    // a step that puts the focus elsewhere itself keeps it there
    if (!heading || document.activeElement?.closest('main')) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [step]);
}
