'use client';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { toast } from '@vaktplan/ui';
import type { GridChange, GridNotice, ScheduleGridHandle } from '@vaktplan/ui/schedule-grid';
import { useCallback, useRef, type RefObject } from 'react';
import { useWords } from '@/lib/words';

/** A reason takes longer to read than that something was done. */
const FAILED_MS = 12_000;

type Clash = { change: GridChange; current: ShiftView };

/**
 * Two people at one shift: the other's version is shown, mine is offered again on top of it. `clashed` is told of the refused
 * change, `notify` then says the grid's words with both ways on.
 */
export function useClash(grid: RefObject<ScheduleGridHandle | null>, onShow: (shift: ShiftView) => void) {
  const t = useWords('plan');
  const waiting = useRef<Clash>(undefined);
  const show = useRef(onShow);
  show.current = onShow;
  const clashed = useCallback((change: GridChange, current: ShiftView) => {
    waiting.current = { change, current };
  }, []);
  const notify = useCallback(
    (notice: GridNotice): void => {
      const clash = waiting.current;
      waiting.current = undefined;
      if (notice.tone !== 'failed') return sayDone(notice, t('undo'));
      if (!clash)
        return toast.error(notice.text, {
          duration: FAILED_MS,
          ...(notice.refused
            ? { action: { label: t('show'), onClick: () => grid.current?.showRefused() } }
            : {}),
        });
      const { change, current } = clash;
      const again = rebased(change, current);
      toast.error(notice.text, {
        duration: FAILED_MS,
        cancel: { label: t('show'), onClick: () => show.current(current) },
        ...(again
          ? {
              action: {
                label: t('redoMine'),
                onClick: () => void grid.current?.run([again], t('redoneOver')),
              },
            }
          : {}),
      });
    },
    [grid, t],
  );
  return { clashed, notify };
}

/** The same change of the version there is now; nothing where the shift is gone. */
function rebased(change: GridChange, current: ShiftView): GridChange | undefined {
  if (current.state === 'deleted' || change.kind === 'create' || change.kind === 'copy') return undefined;
  if (change.kind === 'restore') return undefined;
  return { ...change, version: current.version };
}

/** The grid says what it did; undoing is offered for eight seconds here and stays with Ctrl+Z in the grid. */
function sayDone(notice: GridNotice, undo: string): void {
  toast(notice.text, {
    duration: 8000,
    ...(notice.undo ? { action: { label: undo, onClick: notice.undo } } : {}),
  });
}
