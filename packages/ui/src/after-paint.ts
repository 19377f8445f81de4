/** Runs in the frame after the one that shows what is there now. Returns the way to call it off. */
export function afterPaint(run: () => void): () => void {
  let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(run)));
  return () => cancelAnimationFrame(frame);
}

/**
 * Runs as a task of its own right behind the next frame, so in what is left of that frame's time: for work that keeps no
 * pointer waiting. Returns the way to call it off.
 */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
