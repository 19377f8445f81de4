'use client';
import { useEffect, useRef } from 'react';

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;

/** Ctrl/Cmd+Enter opens publishing, where Enter then publishes. Not while somebody types or a panel is open. */
export function usePublishKey(publish: (() => void) | undefined): void {
  const latest = useRef(publish);
  latest.current = publish;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!asked || !latest.current || event.defaultPrevented || isElsewhere(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    // before the grid, whose Enter goes into a cell
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
