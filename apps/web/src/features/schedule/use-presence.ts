'use client';
import type { Here, Peer } from '@vaktplan/contracts/presence';
import { afterPaint, hueOf, initials } from '@vaktplan/ui';
import type { GridPeer, GridPresence } from '@vaktplan/ui/schedule-grid';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useRealtime } from '@/features/realtime/realtime-provider';

const BEAT_MS = 10_000;
const GONE_MS = 30_000;

type Known = Peer & { heardAt: number };
const NOBODY: ReadonlyMap<string, Known> = new Map();

type Place = { locationId: string; weeks: readonly string[] };

/** Who else has one of these weeks open at the location, and how the grid tells them where this tab is. */
export function usePresence({ locationId, weeks: shown }: Place) {
  const { state, subscribe, say } = useRealtime();
  const [known, setKnown] = useState(NOBODY);
  const at = useRef<Pick<Here, 'cell' | 'dragging'>>({ cell: null, dragging: [] });
  const connected = state === 'connected';
  // another day of the same week is no other place
  const firstDays = shown.join(' ');
  const weeks = useMemo(() => firstDays.split(' '), [firstDays]);

  const tell = useCallback(
    () => say('presence:here', { locationId, weeks, ...at.current } satisfies Here),
    [say, locationId, weeks],
  );
  const onPresence = useCallback(
    ({ cell, dragging }: GridPresence) => {
      const place = cell && { employeeId: cell.employeeId, date: cell.date };
      at.current = { cell: place, dragging: dragging.slice(0, 50) };
      tell();
    },
    [tell],
  );

  useEffect(() => {
    if (!connected) return;
    const forget = (gone: (peer: Known) => boolean) =>
      setKnown((peers) => {
        const left = [...peers].filter(([, peer]) => !gone(peer));
        return left.length === peers.size ? peers : new Map(left);
      });
    const stops = [
      subscribe('presence:peer', (peer) => {
        if (peer.locationId !== locationId || !peer.weeks.some((week) => weeks.includes(week))) return;
        setKnown((peers) => new Map(peers).set(peer.id, { ...peer, heardAt: Date.now() }));
      }),
      subscribe('presence:gone', ({ id }) => forget((peer) => peer.id === id)),
      subscribe('presence:ask', tell),
    ];
    // the week itself is on the screen first
    const callOff = afterPaint(tell);
    const beat = setInterval(() => {
      tell();
      forget(({ heardAt }) => Date.now() - heardAt > GONE_MS);
    }, BEAT_MS);
    return () => {
      callOff();
      clearInterval(beat);
      for (const stop of stops) stop();
      setKnown((peers) => (peers.size === 0 ? peers : NOBODY));
    };
  }, [connected, subscribe, tell, locationId, weeks]);
  useEffect(() => () => say('presence:leave'), [say]);

  const peers = useMemo(() => [...known.values()].map(toGridPeer), [known]);
  const people = useMemo(() => [...known.values()], [known]);
  return { peers, people, onPresence };
}

const toGridPeer = ({ id, userId, name, cell, dragging }: Peer): GridPeer => ({
  id,
  name,
  initials: initials(name),
  // white letters on it stand at 4.5:1, its outline on dark ground at 3:1, whatever the hue
  color: `oklch(0.53 0.14 ${hueOf(userId)})`,
  cell,
  dragging,
});
