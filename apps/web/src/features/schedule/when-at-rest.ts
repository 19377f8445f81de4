/** Somebody who did nothing for so long is not about to drag a shift. */
const REST_MS = 300;

let lastInput = -Infinity;
let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  const note = (): void => {
    lastInput = performance.now();
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    window.addEventListener(type, note, { passive: true, capture: true });
}

const whenIdle = (run: () => void): unknown =>
  window.requestIdleCallback ? window.requestIdleCallback(run) : setTimeout(run, 200);

/**
 * Runs the steps one by one, each in a pause of the page and of the person before it: a browser calls itself idle between
 * two moves of the mouse, and a step then stands in the way of what the mouse does next.
 */
export function whenAtRest([step, ...others]: readonly (() => void)[]): void {
  if (!step) return;
  listen();
  const look = (): void => {
    const rested = performance.now() - lastInput;
    if (rested < REST_MS) setTimeout(look, REST_MS - rested);
    else
      whenIdle(() => {
        step();
        whenAtRest(others);
      });
  };
  look();
}
