/** What the page itself writes down while it is measured. */
export type Watched = {
  lcp: number;
  cls: number;
  /** Longest duration of each interaction, in milliseconds. */
  interactions: Record<string, number>;
  /** From one call for a frame to the next, in milliseconds. */
  frames: number[];
  /** From the beginning of one frame to that of the next, as the browser stamps them: whole periods of the display. */
  periods: number[];
  /** Collects both until it is turned off. */
  recordFrames: (on: boolean) => void;
  /** From letting go to the paint that shows it. */
  dropped: Promise<number>;
  /** Settles with the time of the next paint after `isThere` first holds. */
  painted: (isThere: () => boolean) => Promise<number>;
};

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Runs in the page before its own scripts; must be self-contained. */
export function watchPage(): void {
  const watched: Watched = {
    lcp: 0,
    cls: 0,
    interactions: {},
    frames: [],
    periods: [],
    dropped: Promise.resolve(Number.NaN),
    recordFrames: (on) => {
      // begun anew while it runs there must not be two of it: each frame would be counted twice, once as nothing
      if (on && !recording) requestAnimationFrame(frame);
      recording = on;
      if (!on) return;
      watched.frames = [];
      watched.periods = [];
      last = began = performance.now();
    },
    painted: (isThere) =>
      new Promise((resolve, reject) => {
        const asked = performance.now();
        const look = () => {
          if (performance.now() - asked > 30_000) return reject(new Error('it was never painted'));
          if (!isThere()) return requestAnimationFrame(look);
          // the frame that shows it has been painted when the one after it begins
          requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      }),
  };
  let recording = false;
  let last = 0;
  let began = 0;
  const frame = (at: number): void => {
    const now = performance.now();
    watched.frames.push(now - last);
    watched.periods.push(at - began);
    last = now;
    began = at;
    if (recording) requestAnimationFrame(frame);
  };
  const observe = (type: string, each: (entry: PerformanceEntry) => void, more: object = {}): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
      ...more,
    });
  };
  observe('largest-contentful-paint', (entry) => (watched.lcp = entry.startTime));
  observe('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) watched.cls += shift.value;
  });
  observe(
    'event',
    (entry) => {
      const { interactionId, duration } = entry as PerformanceEntry & { interactionId?: number };
      if (!interactionId) return;
      const before = watched.interactions[interactionId] ?? 0;
      watched.interactions[interactionId] = Math.max(before, duration);
    },
    { durationThreshold: 16 },
  );
  window.watched = watched;
}
