/**
 * One at a time for each key, for questions whose answer may be out of date while it is on its way: who asks while one runs
 * gets the one after it, which starts when that ends. However many ask meanwhile, it is one for all of them.
 */
export function inTurn() {
  const running = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<unknown>>();

  function start<T>(key: string, work: () => Promise<T>): Promise<T> {
    const started = work().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  }

  /** Does the work, from the start, after it was asked for. Calls of one key mean the same work. */
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const going = running.get(key);
    if (!going) return start(key, work);
    const waiting = next.get(key) as Promise<T> | undefined;
    if (waiting) return waiting;
    const follow = () => {
      next.delete(key);
      return start(key, work);
    };
    // whatever became of that one
    const following = going.then(follow, follow);
    next.set(key, following);
    return following;
  };
}
