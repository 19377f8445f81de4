'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';
import { returnFocus } from './focus-return.ts';
import { useLiesOver, type Over } from './lying-over.ts';
import { useUiLanguage } from './ui-language.tsx';

export const Dialog = Radix.Root;
/**
 * The root of a panel at the edge. Not Radix' modal one: that forbids the pointer on the body, which restyles every element of
 * the page as it opens and as it closes (a third of the time that a full schedule needed). The overlay stops the pointer, the
 * Tab key goes round in the panel, and `aria-modal` tells a screen reader.
 */
export const Sheet = (props: Omit<Radix.DialogProps, 'modal'>) => <Radix.Root modal={false} {...props} />;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export type DialogContentProps = {
  title: string;
  description?: ReactNode;
  /** Buttons, in a bar that stays in sight; leave out when the body is a form with its own. */
  footer?: ReactNode;
  className?: string;
  /** Prevent the default to put the focus elsewhere than where it was on the page. */
  onCloseAutoFocus?: (event: Event) => void;
  children?: ReactNode;
};

function giveBack(event: Event, own: DialogContentProps['onCloseAutoFocus']): void {
  own?.(event);
  if (!event.defaultPrevented) returnFocus(event);
}

/** Answering a toast is not leaving the dialog below it. */
const keepForToasts: Radix.DialogContentProps['onInteractOutside'] = (event) => {
  if (event.target instanceof Element && event.target.closest('[data-sonner-toaster]'))
    event.preventDefault();
};

/** Part of what lies over the page while it is there. */
function LiesOver({ as }: { as: Over }) {
  useLiesOver(as);
  return null;
}

const overlayClasses = 'fixed inset-0 z-50 bg-overlay animate-fade';

function Header({ title, description }: Pick<DialogContentProps, 'title' | 'description'>) {
  const { close } = useUiLanguage();
  return (
    <header className="flex items-start gap-4 border-b border-border px-5 py-4">
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-base leading-6 font-semibold">{title}</Radix.Title>
        {description && (
          <Radix.Description className="mt-0.5 text-[13px] text-muted">{description}</Radix.Description>
        )}
      </div>
      <Radix.Close asChild>
        <Button variant="ghost" size="icon-sm" aria-label={close} className="-me-2 -mt-1">
          <X />
        </Button>
      </Radix.Close>
    </header>
  );
}

function Footer({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap justify-end gap-2 border-t border-border bg-surface px-5 py-3">
      {children}
    </footer>
  );
}

/** Modal in the middle of the screen; on a phone it rises from the bottom edge. */
export function DialogContent({
  title,
  description,
  footer,
  className,
  onCloseAutoFocus,
  children,
}: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayClasses} />
      <Radix.Content
        onInteractOutside={keepForToasts}
        onCloseAutoFocus={(event) => giveBack(event, onCloseAutoFocus)}
        className={cn(
          'fixed z-50 flex max-h-[92dvh] w-full flex-col overflow-hidden border border-border bg-surface shadow-pop outline-none animate-pop max-sm:bottom-0 max-sm:rounded-t-xl sm:top-1/2 sm:left-1/2 sm:max-w-lg sm:-translate-1/2 sm:rounded-xl',
          className,
        )}
        {...(description ? {} : { 'aria-describedby': undefined })}
      >
        <LiesOver as="dialog" />
        <Header title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {footer && <Footer>{footer}</Footer>}
      </Radix.Content>
    </Radix.Portal>
  );
}

// React's own wheel listeners cannot hold the page still
const holdStill = (overlay: HTMLElement | null): (() => void) => {
  const stop = (event: Event): void => event.preventDefault();
  overlay?.addEventListener('wheel', stop, { passive: false });
  return () => overlay?.removeEventListener('wheel', stop);
};

/** Panel at the end edge, 400 px, of a `Sheet`; the page behind stays where it was. */
export function SheetContent({
  title,
  description,
  footer,
  className,
  onCloseAutoFocus,
  children,
}: DialogContentProps) {
  return (
    <Radix.Portal>
      <div ref={holdStill} className={cn(overlayClasses, 'touch-none')} aria-hidden />
      <Radix.Content
        onInteractOutside={keepForToasts}
        onCloseAutoFocus={(event) => giveBack(event, onCloseAutoFocus)}
        aria-modal
        className={cn(
          'fixed inset-y-0 end-0 z-50 flex w-full max-w-[400px] flex-col border-s border-border bg-surface shadow-pop outline-none animate-slide-in',
          className,
        )}
        {...(description ? {} : { 'aria-describedby': undefined })}
      >
        <LiesOver as="sheet" />
        <Header title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
        {footer && <Footer>{footer}</Footer>}
      </Radix.Content>
    </Radix.Portal>
  );
}
