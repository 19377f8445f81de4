/** Runs in the frame after the one that shows what is there now. Returns the way to call it off. */
export function afterPaint(run: () => void): () => void {
  let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(run)));
  return () => cancelAnimationFrame(frame);
}

/** Whoever took longer than this behind a frame lets the others wait for the next one. */
const SHARE_MS = 2;

/** The frame that has no time left. */
let full = -1;

/**
 * Runs as a task of its own right behind the next frame, so in what is left of that frame's time: for work that keeps no
 * pointer waiting. What a slow machine has no time for comes behind the frame after. Returns the way to call it off.
 */
export function afterFrame(run: () => void): () => void {
  let frame: number;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const behind = (at: number): void => {
    if (at === full) return ask();
    const begun = performance.now();
    run();
    if (performance.now() - begun > SHARE_MS) full = at;
  };
  const ask = (): void => {
    frame = requestAnimationFrame((at) => (timer = setTimeout(behind, 0, at)));
  };
  ask();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
