'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/** `end` is where lines end: right, or left in a language that is written the other way. */
type Side = 'top' | 'end' | 'bottom' | 'start';

export type TooltipProps = {
  content: ReactNode;
  side?: Side;
  children: ReactNode;
};

const DELAY_MS = 400;
const GAP = 6;

/** A short word on hover and focus. Never the only place where something is said. */
export function Tooltip({ content, side = 'top', children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [at, setAt] = useState<DOMRect | null>(null);
  const id = useId();
  const show = () => setAt(anchor.current?.firstElementChild?.getBoundingClientRect() ?? null);
  const hide = () => {
    clearTimeout(timer.current);
    setAt(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!at) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setAt(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [at]);
  return (
    <>
      <span
        ref={anchor}
        className="contents"
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') timer.current = setTimeout(show, DELAY_MS);
        }}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={(event) => event.target.matches(':focus-visible') && show()}
        onBlur={hide}
      >
        {children}
      </span>
      {at &&
        createPortal(
          <span
            id={id}
            role="tooltip"
            style={placed(at, side)}
            className="pointer-events-none fixed z-50 max-w-72 animate-fade rounded-sm bg-foreground px-2 py-1 text-xs text-background shadow-pop"
          >
            {content}
          </span>,
          document.body,
        )}
    </>
  );
}

/** Beside the anchor, kept inside the window. */
function placed(box: DOMRect, side: Side): { left: number; top: number; translate: string } {
  const middleX = Math.max(40, Math.min(window.innerWidth - 40, box.left + box.width / 2));
  const middleY = box.top + box.height / 2;
  if (side === 'start' || side === 'end') {
    const isRight = (side === 'end') !== (document.documentElement.dir === 'rtl');
    return isRight
      ? { left: box.right + GAP, top: middleY, translate: '0 -50%' }
      : { left: box.left - GAP, top: middleY, translate: '-100% -50%' };
  }
  const below = side === 'bottom' || box.top < 40;
  return below
    ? { left: middleX, top: box.bottom + GAP, translate: '-50% 0' }
    : { left: middleX, top: box.top - GAP, translate: '-50% -100%' };
}
