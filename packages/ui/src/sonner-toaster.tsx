'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { Toaster as Sonner } from 'sonner';
import { returnFocus } from './focus-return.ts';
import { onOver, toastPlace } from './lying-over.ts';
import { useUiLanguage } from './ui-language.tsx';

/** Sonner in our looks; tells once it listens, because what is said before is lost. */
export default function SonnerToaster({ onReady }: { onReady: () => void }) {
  const { direction, messages } = useUiLanguage();
  const position = useSyncExternalStore(
    onOver,
    () => toastPlace(window.innerWidth, direction),
    () => 'bottom-center' as const,
  );
  useEffect(onReady, [onReady]);
  // a toast that is answered goes, and would take the focus with it
  useEffect(() => {
    const back = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('[data-sonner-toaster] button'))
        setTimeout(returnFocus);
    };
    document.addEventListener('click', back);
    return () => document.removeEventListener('click', back);
  }, []);
  return (
    <Sonner
      position={position}
      containerAriaLabel={messages}
      // Alt+T goes to the list, whose box is nowhere: its toasts show it
      className="pointer-events-auto [&:focus-visible>li]:outline-2! [&:focus-visible>li]:outline-offset-2 [&:focus-visible>li]:outline-ring!"
      style={{ fontFamily: 'inherit' }}
      gap={8}
      offset={16}
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            // two answers stand below the words, which they would leave no room beside them
            'flex w-full items-center gap-x-3 gap-y-2 has-[[data-cancel]]:flex-wrap [&:has([data-cancel])>[data-content]]:basis-[calc(100%-1.75rem)] rounded-lg border border-border bg-surface px-4 py-3 text-sm text-foreground shadow-pop focus-visible:outline-2! focus-visible:outline-offset-2 focus-visible:outline-ring! sm:w-[360px]',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-[13px] text-muted break-words',
          icon: 'text-muted [&_svg]:size-4',
          cancelButton: 'ms-auto h-8 shrink-0 rounded-md px-2 text-[13px] font-medium hover:bg-surface-2',
          actionButton: 'h-8 shrink-0 rounded-md bg-surface-2 px-3 text-[13px] font-medium hover:bg-border',
          error: '[&_[data-icon]]:text-danger',
          success: '[&_[data-icon]]:text-success',
        },
      }}
    />
  );
}
