'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export type DialogContentProps = {
  title: string;
  description?: ReactNode;
  /** Buttons, in a bar that stays in sight; leave out when the body is a form with its own. */
  footer?: ReactNode;
  className?: string;
  /** For a dialog without a trigger: prevent the default and put focus where it came from. */
  onCloseAutoFocus?: (event: Event) => void;
  children?: ReactNode;
};

const overlayClasses = 'fixed inset-0 z-50 bg-overlay animate-fade';

function Header({ title, description }: Pick<DialogContentProps, 'title' | 'description'>) {
  return (
    <header className="flex items-start gap-4 border-b border-border px-5 py-4">
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-base leading-6 font-semibold">{title}</Radix.Title>
        {description && (
          <Radix.Description className="mt-0.5 text-[13px] text-muted">{description}</Radix.Description>
        )}
      </div>
      <Radix.Close asChild>
        <Button variant="ghost" size="icon-sm" aria-label="Close" className="-mr-2 -mt-1">
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
        {...(onCloseAutoFocus && { onCloseAutoFocus })}
        className={cn(
          'fixed z-50 flex max-h-[92dvh] w-full flex-col overflow-hidden border border-border bg-surface shadow-pop outline-none animate-pop max-sm:bottom-0 max-sm:rounded-t-xl sm:top-1/2 sm:left-1/2 sm:max-w-lg sm:-translate-1/2 sm:rounded-xl',
          className,
        )}
        {...(description ? {} : { 'aria-describedby': undefined })}
      >
        <Header title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {footer && <Footer>{footer}</Footer>}
      </Radix.Content>
    </Radix.Portal>
  );
}

/** Panel at the right edge, 400 px; the page behind stays where it was. */
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
      <Radix.Overlay className={overlayClasses} />
      <Radix.Content
        {...(onCloseAutoFocus && { onCloseAutoFocus })}
        className={cn(
          'fixed inset-y-0 right-0 z-50 flex w-full max-w-[400px] flex-col border-l border-border bg-surface shadow-pop outline-none animate-slide-left',
          className,
        )}
        {...(description ? {} : { 'aria-describedby': undefined })}
      >
        <Header title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {footer && <Footer>{footer}</Footer>}
      </Radix.Content>
    </Radix.Portal>
  );
}
