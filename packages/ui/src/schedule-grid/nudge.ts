import { isResizable, resizeShift } from './edit-actions.ts';
import { type GridHost, ownerOf } from './grid-host.ts';
import type { GridShift } from './types.ts';

/** Key presses closer together than this become one change, one request and one undo. */
const PAUSE_MS = 500;

export interface NudgeKeeper {
  nudge(shift: GridShift, edge: 'start' | 'end', minutes: number): void;
  /** Sends what has been nudged so far. */
  flush(): void;
}

/** Collects `,` `.` `<` `>` on one shift, says the times at each press, and sends them after a pause. */
export function createNudgeKeeper(host: () => GridHost): NudgeKeeper {
  let shift: GridShift | null = null;
  let start = 0;
  let end = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    const nudged = shift;
    shift = null;
    if (!nudged) return;
    host().store.send({ type: 'preview', preview: null });
    resizeShift(host(), nudged, start, end);
  };
  return {
    flush,
    nudge: (target, edge, minutes) => {
      if (shift?.id !== target.id) {
        flush();
        shift = target;
        start = target.startMinutes;
        end = target.endMinutes;
      }
      const nextStart = start + (edge === 'start' ? minutes : 0);
      const nextEnd = end + (edge === 'end' ? minutes : 0);
      const back = nextStart === target.startMinutes && nextEnd === target.endMinutes;
      if (back || isResizable(target, nextStart, nextEnd)) [start, end] = [nextStart, nextEnd];
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
      const { announcer, format, store } = host();
      store.send({ type: 'preview', preview: { shiftId: target.id, startMinutes: start, endMinutes: end } });
      const { say, spokenRange } = format();
      announcer.say(say('nudged', { name: ownerOf(host(), target), range: spokenRange(start, end) }));
    },
  };
}
