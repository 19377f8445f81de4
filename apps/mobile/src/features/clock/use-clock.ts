import { router, useLocalSearchParams } from 'expo-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { locate } from '@/platform/locate';
import { clockNow, type ClockNow } from '@/sync/clock-now';
import { engine } from '@/sync/runtime';
import type { Snapshot } from '@/sync/snapshot';
import type { Choice } from './choices';
import { keepPhoto } from './pending-photos';
import type { PunchNeeds } from './place-of-punch';
import { tap } from './tap';
import type { Undoable } from './undo-bar';

/** What the clock says and what tapping it sets off: the bar that takes a tap back, and the question for a photo. */
export function useClock(held: Snapshot | null, needs: PunchNeeds) {
  const clock: ClockNow = useMemo(() => clockNow(held?.entries ?? [], held?.rows ?? []), [held]);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [notice, setNotice] = useState<'undone' | 'notSaved' | null>(null);
  const [photoOf, setPhotoOf] = useState<string | null>(null);
  const owner = held?.owner;

  const punch = useCallback(
    (kind: Choice['kind']) => {
      if (!owner) return;
      setNotice(null);
      tap({ engine, locate }, owner, kind, needs.position).then(
        ({ id, at }) => {
          setUndoable({ id, kind, at });
          if (needs.photo && (kind === 'in' || kind === 'out')) setPhotoOf(id);
          // a phone without a byte left
        },
        () => setNotice('notSaved'),
      );
    },
    [owner, needs.position, needs.photo],
  );
  const endUndo = useCallback(() => setUndoable(null), []);
  const undo = (id: string) => {
    setUndoable(null);
    setPhotoOf(null);
    if (owner) void engine.takeBack(owner, id).then((isBack) => setNotice(isBack ? 'undone' : null));
  };
  const endPhoto = (uri: string | null) => {
    if (owner && photoOf && uri) void keepPhoto(owner, photoOf, uri);
    setPhotoOf(null);
  };

  // the button under a message: the app opens and has punched
  const { punch: wanted } = useLocalSearchParams<{ punch?: string }>();
  const isAsked = wanted === 'in' && held !== null;
  useEffect(() => {
    if (!isAsked) return;
    router.setParams({ punch: '' });
    if (clock.state === 'out') punch('in');
  }, [isAsked, clock.state, punch]);

  return { clock, punch, undoable, undo, endUndo, notice, asksPhoto: photoOf !== null, endPhoto };
}
