/** What a gesture does once it is one: follows the pointer, and ends with a drop or without. */
export interface Gesture {
  move(x: number, y: number, event: PointerEvent | KeyboardEvent): void;
  drop(event: PointerEvent): void;
  cancel(): void;
}

export interface GestureStart {
  /** Pixels the pointer must move before a press becomes a gesture. */
  threshold: number;
  begin(event: PointerEvent): Gesture;
}

const LONG_PRESS_MS = 250;
const TOUCH_TOLERANCE = 5;
/** The click a browser sends after a drag is not meant. */
const SWALLOW_CLICK_MS = 250;

/**
 * Recognises drags in an element: a mouse or pen that moves past the threshold, a finger that rests 250 ms. A finger
 * that moves earlier scrolls, a second finger ends it. Esc, the right button and a lost pointer cancel.
 * Returns the way to stop listening.
 */
export function listenForGestures(
  element: HTMLElement,
  recognise: (event: PointerEvent) => GestureStart | null,
): () => void {
  let press: {
    start: GestureStart;
    event: PointerEvent;
    timer: ReturnType<typeof setTimeout> | undefined;
  } | null = null;
  let gesture: Gesture | null = null;
  let last = { x: 0, y: 0 };
  let endedAt = -Infinity;
  let release: AbortController | null = null;

  const begin = () => {
    if (!press) return;
    clearTimeout(press.timer);
    gesture = press.start.begin(press.event);
    if (press.event.pointerType === 'touch') navigator.vibrate?.(10);
  };
  const finish = (end: (running: Gesture) => void) => {
    clearTimeout(press?.timer);
    const running = gesture;
    gesture = null;
    press = null;
    release?.abort();
    release = null;
    if (!running) return;
    endedAt = performance.now();
    end(running);
  };
  const cancel = () => finish((running) => running.cancel());

  const onMove = (event: PointerEvent) => {
    if (!press || event.pointerId !== press.event.pointerId) return;
    last = { x: event.clientX, y: event.clientY };
    if (!gesture) {
      const moved = Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY);
      if (press.event.pointerType === 'touch') {
        if (moved > TOUCH_TOLERANCE) cancel();
        return;
      }
      if (moved < press.start.threshold) return;
      begin();
      // nothing that is passed on the way is pointed at, so that no hover is looked for, styled and told
      element.setPointerCapture?.(event.pointerId);
    }
    gesture?.move(event.clientX, event.clientY, event);
    keepToGesture(event);
  };
  // below the window React and others would look at each move, for nothing
  const keepToGesture = (event: Event) => {
    if (gesture) event.stopPropagation();
  };
  const onUp = (event: PointerEvent) => {
    if (press && event.pointerId === press.event.pointerId) finish((running) => running.drop(event));
  };
  const onKey = (event: KeyboardEvent) => {
    if (!gesture) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Control' || event.key === 'Alt' || event.key === 'Meta') {
      event.preventDefault();
      gesture.move(last.x, last.y, event);
    }
  };
  const onDown = (event: PointerEvent) => {
    if (press) return cancel();
    if (event.button !== 0) return;
    // a new press has a click of its own, however soon it comes
    endedAt = -Infinity;
    const start = recognise(event);
    if (!start) return;
    last = { x: event.clientX, y: event.clientY };
    press = { start, event, timer: undefined };
    if (event.pointerType === 'touch') press.timer = setTimeout(begin, LONG_PRESS_MS);
    release = new AbortController();
    const { signal } = release;
    window.addEventListener('pointermove', onMove, { signal, capture: true });
    window.addEventListener('mousemove', keepToGesture, { signal, capture: true });
    window.addEventListener('pointerup', onUp, { signal });
    window.addEventListener('pointercancel', cancel, { signal });
    window.addEventListener('keydown', onKey, { signal, capture: true });
    window.addEventListener('keyup', onKey, { signal, capture: true });
    window.addEventListener('blur', cancel, { signal });
  };
  const onClick = (event: MouseEvent) => {
    if (performance.now() - endedAt > SWALLOW_CLICK_MS) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // else the browser makes mouse events of the lifted finger, which take focus from what the gesture opened
  const onTouchEnd = (event: Event) => {
    if (gesture || performance.now() - endedAt <= SWALLOW_CLICK_MS) event.preventDefault();
  };
  const whileDragging = (event: Event) => {
    if (gesture) event.preventDefault();
  };
  const life = new AbortController();
  const { signal } = life;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('click', onClick, { signal, capture: true });
  // not passive: it must be able to stop the page from scrolling under a dragging finger
  element.addEventListener('touchmove', whileDragging, { signal, passive: false });
  element.addEventListener('touchend', onTouchEnd, { signal, passive: false });
  element.addEventListener('contextmenu', whileDragging, { signal, capture: true });
  return () => {
    cancel();
    life.abort();
  };
}
