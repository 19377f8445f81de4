import { act, createRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { vi } from 'vitest';
import { english } from './english.fixture.ts';
import { DAYS, PEOPLE, POSITIONS } from './fixtures.ts';
import { loadBoxes } from './lazy-boxes.tsx';
import { FOOTER_HEIGHT, HEADER_HEIGHT, ROW_HEADER_WIDTH } from './layout.ts';
import { ScheduleGrid } from './schedule-grid.tsx';
import { createServer } from './server-fixture.ts';
import { cellKey } from './shift-index.ts';
import type { ScheduleGridHandle, ScheduleGridProps } from './props.ts';
import type { GridCommand } from './change-types.ts';
import type { GridShift } from './types.ts';

/** The page as a browser 1,020 x 664 would lay it out: jsdom has no layout of its own. */
const WIDTH = ROW_HEADER_WIDTH + 7 * 116;
const HEIGHT = HEADER_HEIGHT + FOOTER_HEIGHT + 560;

export interface Mounted {
  commands: GridCommand[];
  notices: string[];
  opened: string[];
  created: string[];
  weeks: number[];
  server: ReturnType<typeof createServer>;
  /** Shows what the server has, as after a refetch. */
  refetch(): Promise<void>;
  /** Gives the grid other props, as another week does; to be called within `act`. */
  give(part: Partial<ScheduleGridProps>): void;
  handle(): ScheduleGridHandle;
}

const TWO_FRAMES_MS = 34;
let root: Root | null = null;
let narrow = false;

export function setUpPage(): void {
  vi.useFakeTimers();
  narrow = false;
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), { matches: narrow, media: query }) as MediaQueryList;
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, HEIGHT));
}

export async function tearDownPage(): Promise<void> {
  await act(async () => root?.unmount());
  root = null;
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
}

export async function mount(
  shifts: readonly GridShift[],
  part: Partial<ScheduleGridProps> & { narrow?: boolean } = {},
): Promise<Mounted> {
  const { narrow: isNarrow = false, ...props } = part;
  narrow = isNarrow;
  const server = createServer(shifts);
  const ref = createRef<ScheduleGridHandle>();
  const out: Mounted = {
    commands: [],
    notices: [],
    opened: [],
    created: [],
    weeks: [],
    server,
    refetch: async () => undefined,
    give: () => undefined,
    handle: () => ref.current!,
  };
  function Page() {
    const [shown, setShown] = useState(() => server.all());
    const [given, setGiven] = useState(props);
    out.give = (more) => setGiven((before) => ({ ...before, ...more }));
    out.refetch = () => act(async () => setShown(server.all()));
    return (
      <ScheduleGrid
        words={english}
        ref={ref}
        zone="Europe/Copenhagen"
        locale="en-GB"
        currency="DKK"
        weekStart={1}
        days={DAYS}
        employees={PEOPLE}
        shifts={shown}
        positions={POSITIONS}
        now="2026-11-23T08:00:00Z"
        label="Schedule, week 48, Main Street"
        canEdit
        onCommand={async (command) => {
          out.commands.push(command);
          const result = server.apply(command);
          setShown(server.all());
          return result;
        }}
        onOpenShift={(shift) => out.opened.push(shift.id)}
        onCreateAt={(cell) => out.created.push(cellKey(cell.employeeId, cell.date))}
        onWeekChange={(delta) => out.weeks.push(delta)}
        onNotice={(notice) => out.notices.push(notice.text)}
        {...given}
      />
    );
  }
  await loadBoxes();
  const container = document.body.appendChild(document.createElement('main'));
  await act(async () => {
    root = createRoot(container);
    root.render(<Page />);
  });
  return out;
}

export const $ = <T extends HTMLElement = HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing on the page matches ${selector}`);
  return found;
};
export const cell = (employeeId: string | null, date: string): HTMLElement =>
  $(`[data-cell="${cellKey(employeeId, date)}"]`);
export const chip = (id: string): HTMLElement => $(`[data-chip="${id}"]`);
/** What is said of it. */
export const named = (each: Element | undefined): string =>
  each?.getAttribute('aria-label') ?? each?.textContent ?? '';

/** What a screen reader would have been told last, once the quiet time has passed. */
export async function says(): Promise<string> {
  await act(async () => vi.advanceTimersByTime(400));
  return $('[data-grid-says]').textContent.trim();
}

/** The cell or shift that has focus. */
export const focused = (): string => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement
    ? (activeElement.dataset.cell ?? activeElement.dataset.chip ?? activeElement.tagName)
    : 'nothing';
};

/** Presses keys one after another where focus is: "ArrowDown", "Shift+M", "Ctrl+z". */
export async function press(...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const parts = combination.split('+');
    const init = {
      key: parts.at(-1)!,
      shiftKey: parts.includes('Shift'),
      ctrlKey: parts.includes('Ctrl'),
      bubbles: true,
      cancelable: true,
    };
    await act(async () => {
      const target = document.activeElement ?? document.body;
      const pressed = target.dispatchEvent(new KeyboardEvent('keydown', init));
      if (pressed && init.key === 'Enter' && target instanceof HTMLButtonElement) target.click();
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keyup', init));
    });
  }
}

export async function focusCell(employeeId: string | null, date: string): Promise<void> {
  await act(async () => {
    // a browser focuses what is clicked before the click
    cell(employeeId, date).focus();
    cell(employeeId, date).click();
  });
}

export interface PointerInit {
  pointerType?: 'mouse' | 'touch';
  pointerId?: number;
  button?: number;
  ctrlKey?: boolean;
  shiftKey?: boolean;
}

export async function pointer(
  type: string,
  target: EventTarget,
  [clientX, clientY]: readonly [number, number],
  init: PointerInit = {},
): Promise<void> {
  await act(async () => {
    const all = { pointerType: 'mouse', pointerId: 1, button: 0, bubbles: true, cancelable: true, ...init };
    target.dispatchEvent(new PointerEvent(type, { ...all, clientX, clientY }));
  });
  // what a gesture does behind the next paint
  await act(async () => vi.advanceTimersByTime(TWO_FRAMES_MS));
}

export async function wait(ms: number): Promise<void> {
  await act(async () => vi.advanceTimersByTime(ms));
}

/** Types into the field that has focus, as React sees it. */
export async function type(text: string): Promise<void> {
  await act(async () => {
    const field = document.activeElement as HTMLInputElement | HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
