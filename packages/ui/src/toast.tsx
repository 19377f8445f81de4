'use client';
import { Toaster as Sonner, toast as sonner } from 'sonner';

export const toast = sonner;

/** Where toasts appear; once, in the app's layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      style={{ fontFamily: 'inherit' }}
      gap={8}
      offset={16}
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg border border-border bg-surface px-4 py-3 text-sm text-foreground shadow-pop sm:w-[360px]',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-[13px] text-muted break-words',
          icon: 'text-muted [&_svg]:size-4',
          actionButton: 'h-8 shrink-0 rounded-md bg-surface-2 px-3 text-[13px] font-medium hover:bg-border',
          error: '[&_[data-icon]]:text-danger',
          success: '[&_[data-icon]]:text-success',
        },
      }}
    />
  );
}

const undoMs = 8000;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

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
    sonner.dismiss(id);
    undo();
  };
  const close = () => void withdraw(run);
  const id = sonner(message, {
    duration: undoMs,
    action: { label: 'Undo', onClick: run },
    onDismiss: close,
    onAutoClose: close,
  });
  offer(run);
}
