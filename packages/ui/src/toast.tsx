'use client';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import type { ExternalToast, toast as Sonner } from 'sonner';
import { useUiLanguage } from './ui-language.tsx';

type Say = (sonner: typeof Sonner) => void;

const SonnerToaster = lazy(() => import('./sonner-toaster.tsx'));

/** What waits until toasts can be shown: their code is loaded with the first one. */
let waiting: Say[] = [];
let ready: typeof Sonner | null = null;
let wanted = false;
const listeners = new Set<() => void>();

function say(one: Say): void {
  if (ready) return one(ready);
  waiting.push(one);
  wanted = true;
  for (const listener of listeners) listener();
}

function onReady(): void {
  void import('sonner').then(({ toast: sonner }) => {
    ready = sonner;
    const all = waiting;
    waiting = [];
    for (const one of all) one(sonner);
  });
}

/** Says something for a few seconds: `toast(text)`, or in the tone of an error or a success. */
export const toast = Object.assign(
  (message: string, options?: ExternalToast) => say((sonner) => sonner(message, options)),
  {
    error: (message: string, options?: ExternalToast) => say((sonner) => sonner.error(message, options)),
    success: (message: string, options?: ExternalToast) => say((sonner) => sonner.success(message, options)),
    dismiss: (id?: string) => say((sonner) => sonner.dismiss(id)),
  },
);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where toasts appear; once, in the app's layout. */
export function Toaster() {
  const { undo } = useUiLanguage();
  useEffect(() => {
    undoLabel = undo;
  }, [undo]);
  const shown = useSyncExternalStore(
    subscribe,
    () => wanted,
    () => false,
  );
  return (
    shown && (
      <Suspense>
        <SonnerToaster onReady={onReady} />
      </Suspense>
    )
  );
}

const undoMs = 8000;
let undoLabel = 'Undo';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

let offered = 0;

/** What can be undone now, newest last: Ctrl+Z takes the newest. */
const offers: (() => void)[] = [];

function onKey(event: KeyboardEvent) {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (!isUndo || event.defaultPrevented || isTyping(event.target)) return;
  event.preventDefault();
  offers.at(-1)?.();
}

function offer(run: () => void) {
  if (offers.length === 0) document.addEventListener('keydown', onKey);
  offers.push(run);
}

/** True if it still stood. */
function withdraw(run: () => void): boolean {
  const at = offers.indexOf(run);
  if (at === -1) return false;
  offers.splice(at, 1);
  if (offers.length === 0) document.removeEventListener('keydown', onKey);
  return true;
}

/** Says what was done and offers to undo it for 8 s, by button or Ctrl/Cmd+Z. Undo runs at most once. */
export function toastWithUndo(message: string, undo: () => void): void {
  const run = () => {
    if (!withdraw(run)) return;
    toast.dismiss(id);
    undo();
  };
  const close = () => void withdraw(run);
  const id = `undo-${(offered += 1)}`;
  toast(message, {
    id,
    duration: undoMs,
    action: { label: undoLabel, onClick: run },
    onDismiss: close,
    onAutoClose: close,
  });
  offer(run);
}
