import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type DrawnWeek, WeekRows } from './week-rows.tsx';

/** Two ranges may begin on the same day. */
const keyOf = ({ days }: DrawnWeek): string => `${days[0]} ${days.length}`;

/**
 * The rows of the week shown. Those of the weeks `ahead` are drawn too, each in an element of its own that waits outside
 * the document: it costs no style, layout or paint, nobody finds it by reading the page, and turning to its week puts it
 * there instead of drawing some hundred cells.
 */
export function WeekStage({ shown, ahead }: { shown: DrawnWeek; ahead: readonly DrawnWeek[] }) {
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
    if (!elements.has(keyOf(week))) elements.set(keyOf(week), document.createElement('div'));
  }
  const element = elements.get(shownKey);
  useLayoutEffect(() => stage.current!.replaceChildren(element ?? home.current!), [element]);
  useLayoutEffect(() => {
    const near = new Set(away.map(keyOf));
    for (const key of elements.keys()) if (!near.has(key)) elements.delete(key);
  });
  return (
    <>
      <div ref={stage}>
        {/* taken out of the document by hand while another week is shown; React never moves an only child */}
        <div ref={home}>
          <WeekRows {...atHome.current} />
        </div>
      </div>
      {away.map((week) => createPortal(<WeekRows {...week} />, elements.get(keyOf(week))!, keyOf(week)))}
    </>
  );
}
