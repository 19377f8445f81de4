import { isResizable, resizeShift } from './edit-actions.ts';
import type { GridHost } from './grid-host.ts';
import { resizeMinutes } from './layout.ts';
import type { Gesture } from './pointer-gestures.ts';
import type { GridShift } from './types.ts';

/** Drags the start or the end of a shift; the chip shows the times as they change, in steps of 15 minutes. */
export function dragEdge(
  host: GridHost,
  shift: GridShift,
  edge: 'start' | 'end',
  pressed: PointerEvent,
  rtl: boolean,
  pixelsPerStep?: number,
): Gesture {
  let times = { startMinutes: shift.startMinutes, endMinutes: shift.endMinutes };
  const preview = (on: boolean) =>
    host.store.send({ type: 'preview', preview: on ? { shiftId: shift.id, ...times } : null });
  preview(true);
  return {
    move: (x) => {
      const pixels = (x - pressed.clientX) * (rtl ? -1 : 1);
      const start = shift.startMinutes + (edge === 'start' ? resizeMinutes(pixels, pixelsPerStep) : 0);
      const end = shift.endMinutes + (edge === 'end' ? resizeMinutes(pixels, pixelsPerStep) : 0);
      const back = start === shift.startMinutes && end === shift.endMinutes;
      const same = start === times.startMinutes && end === times.endMinutes;
      if (same || !(back || isResizable(shift, start, end))) return;
      times = { startMinutes: start, endMinutes: end };
      preview(true);
    },
    drop: () => {
      preview(false);
      resizeShift(host, shift, times.startMinutes, times.endMinutes);
    },
    cancel: () => preview(false),
  };
}
