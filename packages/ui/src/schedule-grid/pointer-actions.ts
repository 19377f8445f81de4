import { drop } from './carry-actions.ts';
import { dragShifts } from './drag-gesture.ts';
import { type DragElements, showTarget } from './drag-layer.tsx';
import { editable, quickAdd } from './edit-actions.ts';
import { isRtl, readGeometry, type Surface } from './geometry.ts';
import { cellOf, type GridHost, shiftsInHand } from './grid-host.ts';
import type { Gesture, GestureStart } from './pointer-gestures.ts';
import { dragEdge } from './resize-gesture.ts';
import { parseCellKey } from './shift-index.ts';
import { dragDays, dragSelection } from './span-gesture.ts';
import type { CellRef, GridShift } from './types.ts';

const within = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;

const shiftAt = (host: GridHost, event: Event): GridShift | undefined =>
  host.index().byId.get(within(event, '[data-chip]')?.dataset.chip ?? '');

/** Which gesture a press may turn into, by what lies under it. */
export function recogniseGesture(
  host: GridHost,
  surface: Surface,
  elements: DragElements,
  event: PointerEvent,
): GestureStart | null {
  if (
    !host.props().canEdit ||
    host.props().range === 'month' ||
    host.store.get().carry ||
    within(event, '[data-add]')
  )
    return null;
  const chip = within(event, '[data-chip]');
  const shift = shiftAt(host, event);
  if (chip && shift) {
    if (editable([shift]).length === 0) return { threshold: 5, begin: () => refuseDrag(host) };
    const edge = within(event, '[data-edge]')?.dataset.edge as 'start' | 'end' | undefined;
    if (edge && event.pointerType === 'mouse')
      return {
        threshold: 3,
        begin: (pressed) =>
          dragEdge(host, shift, edge, pressed, isRtl(surface.scroller), stepWidth(host, surface)),
      };
    return {
      threshold: 5,
      begin: (pressed) => dragShifts(host, surface, elements, chip, shift, heldWith(host, shift), pressed),
    };
  }
  const key = within(event, '[data-cell]')?.dataset.cell;
  if (key === undefined || event.pointerType === 'touch') return null;
  if (event.shiftKey) return { threshold: 4, begin: () => dragSelection(host, surface, key) };
  return { threshold: 4, begin: () => dragDays(host, surface, elements, key) };
}

/** Pixels of 15 minutes in the day view. */
function stepWidth(host: GridHost, surface: Surface): number | undefined {
  const { axis } = host.props();
  return axis ? (readGeometry(surface).dayWidth / axis.minutes) * 15 : undefined;
}

const refuseDrag = (host: GridHost): Gesture => {
  const text = host.format().say('locked');
  host.announcer.say(text);
  host.props().onNotice?.({ tone: 'warning', text });
  return { move: () => undefined, drop: () => undefined, cancel: () => undefined };
};

/** The whole selection comes along when the shift is part of it. */
function heldWith(host: GridHost, shift: GridShift): readonly GridShift[] {
  if (host.store.get().selected.size === 0) return [shift];
  const inHand = editable(shiftsInHand(host));
  return inHand.includes(shift) ? inHand : [shift];
}

export function onGridClick(host: GridHost, event: MouseEvent): void {
  const key = within(event, '[data-cell]')?.dataset.cell;
  if (key === undefined) return;
  const cell = parseCellKey(key);
  const { carry } = host.store.get();
  if (carry) {
    event.preventDefault();
    return drop(host, carry, cell);
  }
  if (within(event, '[data-add]')) return host.props().onCreateAt(cell);
  const shift = shiftAt(host, event);
  if (event.ctrlKey || event.metaKey) return toggle(host, cell, shift);
  if (event.shiftKey) return host.store.send({ type: 'extend', cell });
  if (!shift) return host.store.send({ type: 'goto', cell });
  const chip = host.index().inCell(cell).indexOf(shift);
  host.store.send({ type: 'goto', cell, chip });
  host.props().onOpenShift(shift);
}

function toggle(host: GridHost, cell: CellRef, shift: GridShift | undefined): void {
  if (!shift) return host.store.send({ type: 'toggle', cell });
  const here = host.index().inCell(cell);
  const others = here.map((each) => each.id).filter((id) => id !== shift.id);
  host.store.send({ type: 'toggleShift', cell, shiftId: shift.id, others });
}

export function onGridDoubleClick(host: GridHost, event: MouseEvent): void {
  const key = within(event, '[data-cell]')?.dataset.cell;
  if (key === undefined || within(event, 'button') || !host.props().canEdit) return;
  const cell = parseCellKey(key);
  quickAdd(host, cell, [cell.date]);
}

/** The right button: all a shift or an empty cell offers. A long press is a drag, so touch never comes here. */
export function onGridContextMenu(host: GridHost, event: MouseEvent): void {
  const key = within(event, '[data-cell]')?.dataset.cell;
  if (key === undefined) return;
  event.preventDefault();
  if ('pointerType' in event && event.pointerType === 'touch') return;
  const shift = shiftAt(host, event);
  const cell = shift ? cellOf(host, shift) : parseCellKey(key);
  const inSelection = host.store.get().selected.has(key);
  if (!inSelection) host.store.send({ type: 'goto', cell });
  const { clientX: x, clientY: y } = event;
  const kind = shift ? 'chip' : 'cell';
  host.store.send({ type: 'openMenu', menu: { kind, cell, shiftId: shift?.id ?? null, x, y } });
}

/** Click-move-click: the highlight follows the mouse until the click. */
export function onGridHover(host: GridHost, elements: DragElements, surface: Surface, event: Event): void {
  const { carry } = host.store.get();
  const key = carry?.by === 'keys' ? within(event, '[data-cell]')?.dataset.cell : undefined;
  if (carry && key !== undefined) showTarget(elements, host, carry, parseCellKey(key), surface.offsets);
}
