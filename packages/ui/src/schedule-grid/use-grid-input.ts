import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Clipboard } from './clipboard-actions.ts';
import type { DragElements } from './drag-layer.tsx';
import { isRtl, type Surface } from './geometry.ts';
import type { GridHost } from './grid-host.ts';
import { actOnKey, type KeyboardHost } from './keyboard-actions.ts';
import { keyAction } from './keyboard.ts';
import { createNudgeKeeper } from './nudge.ts';
import {
  onGridClick,
  onGridContextMenu,
  onGridDoubleClick,
  onGridHover,
  recogniseGesture,
} from './pointer-actions.ts';
import { listenForGestures } from './pointer-gestures.ts';
import { keyOfCell } from './shift-index.ts';

interface GridInput {
  clipboard: RefObject<Clipboard | null>;
  onKeyDown(event: KeyboardEvent): void;
}

/** Turns keys and pointer events within the grid into its verbs; cells and chips have no listeners of their own. */
export function useGridInput(
  host: GridHost,
  scrollerRef: RefObject<HTMLDivElement | null>,
  elements: DragElements,
  offsets: Float64Array,
): GridInput {
  const clipboard = useRef<Clipboard | null>(null);
  const latestOffsets = useRef(offsets);
  latestOffsets.current = offsets;

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const surface = (): Surface => ({
      scroller,
      offsets: latestOffsets.current,
      days: host.store.world().days.length,
    });
    const stop = listenForGestures(scroller, (event) => recogniseGesture(host, surface(), elements, event));
    const life = new AbortController();
    const { signal } = life;
    // a double click makes a shift; the browser would mark the text beside it
    const once = (event: MouseEvent) => event.detail > 1 && event.preventDefault();
    scroller.addEventListener('mousedown', once, { signal });
    scroller.addEventListener('click', (event) => onGridClick(host, event), { signal });
    scroller.addEventListener('dblclick', (event) => onGridDoubleClick(host, event), { signal });
    scroller.addEventListener('contextmenu', (event) => onGridContextMenu(host, event), { signal });
    // pointerover would also fire when rows scroll under a mouse that rests, against the arrow keys
    scroller.addEventListener('pointermove', (event) => onGridHover(host, elements, surface(), event), {
      signal,
    });
    return () => {
      stop();
      life.abort();
    };
  }, [host, scrollerRef, elements]);

  return useMemo(() => {
    const nudges = createNudgeKeeper(() => host);
    const keyboard: KeyboardHost = {
      ...host,
      clipboard,
      nudges,
      pageRows: () =>
        Math.max(1, Math.floor((scrollerRef.current?.clientHeight ?? 0) / host.metrics().row) - 2),
      openMenu: (kind) => openMenuAtFocus(host, scrollerRef.current, kind),
    };
    return {
      clipboard,
      onKeyDown: (event) => {
        if (event.defaultPrevented || isTyping(event.target)) return;
        const { carry, chip } = host.store.get();
        const press = isRtl(event.currentTarget)
          ? { ...pressOf(event), key: mirrored(event.key) }
          : pressOf(event);
        const action = keyAction(press, carry ? 'carry' : chip === null ? 'cell' : 'chip');
        if (!action) return;
        event.preventDefault();
        actOnKey(keyboard, action);
      },
    };
  }, [host, scrollerRef]);
}

const pressOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
});

const MIRRORED: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
const mirrored = (key: string): string => MIRRORED[key] ?? key;

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function openMenuAtFocus(
  host: GridHost,
  scroller: HTMLElement | null,
  kind: 'context' | 'assign' | 'position',
): void {
  const { active, chip } = host.store.get();
  const here = host.index().inCell(active);
  const shift = here[chip ?? 0];
  const key = keyOfCell(active);
  const cell = scroller?.querySelector(`[data-cell="${CSS.escape(key)}"]`);
  const box = (cell?.querySelectorAll('[data-chip]')[chip ?? 0] ?? cell)?.getBoundingClientRect();
  const place = { x: box?.left ?? 0, y: box?.bottom ?? 0 };
  const menuKind = kind !== 'context' ? kind : shift ? 'chip' : 'cell';
  const shiftId = shift?.id ?? null;
  host.store.send({ type: 'openMenu', menu: { kind: menuKind, cell: active, shiftId, ...place } });
}
