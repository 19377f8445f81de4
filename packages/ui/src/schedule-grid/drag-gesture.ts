import { afterFrame, afterPaint } from '../after-paint.ts';
import { cancelCarry, drop, pickUp, plannedAt } from './carry-actions.ts';
import { type DragElements, hideTarget, showTarget } from './drag-layer.tsx';
import { readGeometry, scrollOf, type Surface } from './geometry.ts';
import { cellOf, type GridHost } from './grid-host.ts';
import { cellAt, type DropCell, edgeScroll, resizeMinutes } from './layout.ts';
import type { Gesture } from './pointer-gestures.ts';
import { layOutNow } from './row-tint.ts';
import { keyOfCell } from './shift-index.ts';
import type { Carry } from './grid-state.ts';
import type { CellRef, GridShift } from './types.ts';
import { cellIn } from './world.ts';

/** A finger never rests quite still. */
const STILL = 5;

/**
 * Drags shifts over the cells. Geometry is read once here; a move costs one transform. What follows from where it is, a
 * verdict per cell, is worked out behind the frame that shows it there.
 */
export function dragShifts(
  host: GridHost,
  surface: Surface,
  elements: DragElements,
  chip: HTMLElement,
  lead: GridShift,
  shifts: readonly GridShift[],
  pressed: PointerEvent,
): Gesture {
  const geometry = readGeometry(surface);
  const box = chip.getBoundingClientRect();
  const grab = { x: pressed.clientX - box.left, y: pressed.clientY - box.top };
  const ghost = elements.ghost.current!;
  const world = host.store.world();
  const { scroller } = surface;
  let pointer = { x: pressed.clientX, y: pressed.clientY };
  // asked for in between it would be layout in the middle of a move
  let scroll = scrollOf(scroller);
  let over: DropCell | null = null;
  let how: 'move' | 'copy' = 'move';
  let later = 0;
  let frame = 0;
  let moved = false;
  let unsubscribe: (() => void) | undefined;
  let notShown: (() => void) | undefined;
  const life = new AbortController();

  fillGhost(ghost, chip, box, shifts.length);
  // the ghost is on the screen before what follows from it is worked out
  const pick = () => {
    if (unsubscribe) return;
    unsubscribe = host.store.subscribe(showSoon);
    pickUp(host, how, lead, shifts, 'drag');
  };
  const notYet = afterFrame(pick);

  const targetOf = (cell: DropCell): CellRef => cellIn(world, cell.row, world.days[cell.day]!);
  const carryNow = () => {
    const { carry } = host.store.get();
    return carry && { ...carry, how, later };
  };
  const showNow = () => {
    notShown?.();
    notShown = undefined;
    const carry = carryNow();
    if (!carry || !over) return;
    showTarget(elements, host, carry, targetOf(over), geometry.offsets);
    if (elements.mark.current) layOutNow(elements.mark.current);
  };
  const showSoon = () => void (notShown ??= afterFrame(showNow));
  // along the hours of a day a drag is also to another time
  const moveInDay = (x: number): boolean => {
    const { axis } = host.props();
    const before = later;
    if (axis) {
      const pixels = (x - pressed.clientX) * (geometry.rtl ? -1 : 1);
      later = resizeMinutes(pixels, (geometry.dayWidth / axis.minutes) * 15);
    }
    return later !== before;
  };
  const look = (force: boolean) => {
    const cell = cellAt(geometry, scroll, pointer.x, pointer.y);
    const same = cell?.row === over?.row && cell?.day === over?.day;
    over = cell;
    if (!cell) hideTarget(elements);
    else if (force || !same) showSoon();
  };
  const onScroll = () => {
    scroll = scrollOf(scroller);
    look(false);
  };
  const scrollAtEdges = () => {
    const step = edgeScroll(geometry, pointer.x, pointer.y);
    if (step.left !== 0 || step.top !== 0) {
      scroller.scrollLeft += geometry.rtl ? -step.left : step.left;
      scroller.scrollTop += step.top;
      onScroll();
    }
    frame = requestAnimationFrame(scrollAtEdges);
  };
  const stop = () => {
    notYet();
    notShown?.();
    life.abort();
    cancelAnimationFrame(frame);
    unsubscribe?.();
  };
  const end = () => {
    stop();
    ghost.hidden = true;
    ghost.replaceChildren();
    hideTarget(elements);
  };
  frame = requestAnimationFrame(scrollAtEdges);
  scroller.addEventListener('scroll', onScroll, { signal: life.signal, passive: true });

  return {
    move: (x, y, event) => {
      pointer = { x, y };
      moved ||= Math.hypot(x - pressed.clientX, y - pressed.clientY) > STILL;
      const wanted = event.ctrlKey || event.altKey || event.metaKey ? 'copy' : 'move';
      const changed = wanted !== how;
      how = wanted;
      ghost.toggleAttribute('data-copy', how === 'copy');
      ghost.style.transform = `translate3d(${Math.round(x - grab.x)}px, ${Math.round(y - grab.y)}px, 0)`;
      look(moveInDay(x) || changed);
    },
    drop: () => {
      pick();
      if (notShown) showNow();
      const carry = carryNow();
      const to = over && targetOf(over);
      if (carry && moved && to && shifts.length === 1 && land(host, elements, carry, to)) {
        stop();
        afterPaint(() => {
          end();
          if (host.store.get().carry) drop(host, carry, to);
        });
        return;
      }
      end();
      if (!carry) return;
      if (!moved) return offerMenu(host, lead, pressed);
      if (to) drop(host, carry, to);
      else cancelCarry(host);
    },
    cancel: () => {
      end();
      if (host.store.get().carry) cancelCarry(host);
    },
  };
}

/** Lays the ghost where the shift will be: that is seen at once. False: it will not be there. */
function land(host: GridHost, { ghost, mark }: DragElements, carry: Carry, to: CellRef): boolean {
  if (host.props().axis || plannedAt(host, carry, to).verdict.verdict === 'block') return false;
  const { padding, chip, gap } = host.metrics();
  const { left, top } = mark.current!.getBoundingClientRect();
  const below = host.index().inCell(to).length * (chip + gap);
  ghost.current!.style.transform = `translate3d(${Math.round(left + padding)}px, ${Math.round(top + padding + below)}px, 0)`;
  ghost.current!.dataset.landed = keyOfCell(to);
  return true;
}

/** A finger that rested and was lifted again wants what the right button gives a mouse. */
function offerMenu(host: GridHost, shift: GridShift, { clientX: x, clientY: y }: PointerEvent): void {
  const cell = cellOf(host, shift);
  host.store.send({ type: 'putDown', at: 'origin' });
  host.store.send({ type: 'openMenu', menu: { kind: 'chip', cell, shiftId: shift.id, x, y } });
}

function fillGhost(ghost: HTMLElement, chip: HTMLElement, box: DOMRect, count: number): void {
  const copy = chip.cloneNode(true) as HTMLElement;
  copy.removeAttribute('data-chip');
  copy.removeAttribute('data-carried');
  ghost.replaceChildren(copy);
  if (count > 1) {
    const badge = document.createElement('span');
    badge.className =
      'absolute -start-2 -top-2 grid min-w-5 place-items-center rounded-full bg-primary px-1 text-xs text-primary-foreground';
    badge.textContent = String(count);
    ghost.append(badge);
  }
  ghost.removeAttribute('data-copy');
  ghost.removeAttribute('data-landed');
  ghost.style.width = `${box.width}px`;
  ghost.style.transform = `translate3d(${Math.round(box.left)}px, ${Math.round(box.top)}px, 0)`;
  ghost.hidden = false;
}
