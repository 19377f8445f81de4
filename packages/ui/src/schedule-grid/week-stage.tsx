import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type DrawnWeek, WeekSheet } from './week-sheet.tsx';

/** Two ranges may begin on the same day. */
const keyOf = ({ days }: Pick<DrawnWeek, 'days'>): string => `${days[0]} ${days.length}`;

/** Puts the week of these days there at once, before React is asked; false when it lies nowhere ready. */
export type TurnTo = (days: readonly string[]) => boolean;

interface WeekStageProps {
  shown: DrawnWeek;
  ahead: readonly DrawnWeek[];
  turnRef: RefObject<TurnTo | null>;
}

/**
 * The sheet of the week shown. Those of the weeks `ahead` are drawn too, each in an element of its own that waits outside
 * the document: it costs no style, layout or paint, nobody finds it by reading the page, and turning to its week puts it
 * there instead of drawing some hundred cells.
 */
export function WeekStage({ shown, ahead, turnRef }: WeekStageProps) {
  const [elements] = useState(() => new Map<string, HTMLElement>());
  const stage = useRef<HTMLDivElement>(null);
  const home = useRef<HTMLDivElement>(null);
  // the week that lies where React put it: the first, and any that is turned to before it was drawn
  const atHome = useRef(shown);
  const shownKey = keyOf(shown);
  if (!elements.has(shownKey)) atHome.current = shown;
  const homeKey = keyOf(atHome.current);
  const away = [shown, ...ahead.filter((week) => keyOf(week) !== shownKey)].filter((week) => {
    if (keyOf(week) === homeKey) atHome.current = week;
    return keyOf(week) !== homeKey;
  });
  for (const week of away) {
    if (!elements.has(keyOf(week))) elements.set(keyOf(week), newSheet());
  }
  // turned from this week by hand; the page follows with its next render
  const left = useRef<string>(null);
  useLayoutEffect(() => {
    if (left.current === shownKey) return;
    left.current = null;
    put(stage.current!, elements.get(shownKey) ?? home.current!);
  });
  useLayoutEffect(() => {
    const near = new Set(away.map(keyOf));
    for (const key of elements.keys()) if (!near.has(key)) elements.delete(key);
    turnRef.current = (days) => {
      const key = keyOf({ days });
      // drawn for the rows that are on screen now; and focus is kept by the ordinary way alone
      const ready = ahead.some((week) => keyOf(week) === key && week.drawn === shown.drawn);
      const sheet = elements.get(key) ?? (key === homeKey ? home.current : null);
      if (!ready || !sheet?.firstChild || stage.current!.contains(document.activeElement)) return false;
      left.current = shownKey;
      put(stage.current!, sheet);
      return true;
    };
  });
  useEffect(() => () => void (turnRef.current = null), [turnRef]);
  return (
    <>
      <div ref={stage} role="presentation">
        {/* taken out of the document by hand while another week is shown; React never moves an only child */}
        <div ref={home} role="presentation">
          <WeekSheet {...atHome.current} />
        </div>
      </div>
      {away.map((week) => createPortal(<WeekSheet {...week} />, elements.get(keyOf(week))!, keyOf(week)))}
    </>
  );
}

function put(stage: HTMLElement, sheet: HTMLElement): void {
  if (stage.firstChild !== sheet) stage.replaceChildren(sheet);
}

function newSheet(): HTMLElement {
  const sheet = document.createElement('div');
  sheet.setAttribute('role', 'presentation');
  return sheet;
}
