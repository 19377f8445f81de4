import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { PopoverContent } from '../popover.tsx';
import { focusIsLost } from './grid-menu.tsx';
import type { MenuRequest } from './grid-state.ts';

type Props = {
  /** Where on the screen it was asked for. */
  menu: MenuRequest;
  label: string;
  className: string;
  refocus: () => void;
  close: () => void;
  children: ReactNode;
};

/** A box at the place where it was asked for; closed, the focus goes back to the grid. */
export function MenuBox({ menu, label, className, refocus, close, children }: Props) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && close()}>
      <Radix.Anchor asChild>
        <span aria-hidden="true" className="fixed size-px" style={{ left: menu.x, top: menu.y }} />
      </Radix.Anchor>
      <PopoverContent
        aria-label={label}
        align="start"
        className={className}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (focusIsLost()) refocus();
        }}
      >
        {children}
      </PopoverContent>
    </Radix.Root>
  );
}
