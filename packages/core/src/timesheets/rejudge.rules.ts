/** An entry as it lies there. Times are milliseconds since the epoch. */
export type Standing = {
  id: string;
  approved: boolean;
  /** Were its times entered by somebody? */
  edited: boolean;
  /** Made of punches? Others are computed by nobody. */
  computed: boolean;
  countedStart: number;
  countedEnd: number | null;
  minutes: number;
};
/** The same as it would be by the plan that there is now. */
export type Rejudged = {
  id: string;
  countedStart: number;
  countedEnd: number | null;
  workedMinutes: number | null;
};

/**
 * Ids of the entries that a changed plan leaves as they are: what is approved, what somebody entered when other hours
 * would come out of it, and what would then count a minute that one of these counts already.
 */
export function staying(standing: readonly Standing[], rejudged: readonly Rejudged[]): Set<string> {
  const now = new Map(rejudged.map((entry) => [entry.id, entry]));
  const otherHours = (one: Standing): boolean => {
    const entry = now.get(one.id);
    return (
      entry?.countedStart !== one.countedStart ||
      entry.countedEnd !== one.countedEnd ||
      (entry.workedMinutes !== null && entry.workedMinutes !== one.minutes)
    );
  };
  const stays = new Set(
    standing
      .filter((one) => one.approved || !one.computed || (one.edited && otherHours(one)))
      .map(({ id }) => id),
  );
  for (let size = -1; size !== stays.size;) {
    size = stays.size;
    const kept = standing.filter(({ id }) => stays.has(id));
    for (const entry of rejudged)
      if (kept.some((one) => one.id !== entry.id && meet(one, entry))) stays.add(entry.id);
  }
  return stays;
}

type Counted = Pick<Standing, 'countedStart' | 'countedEnd'>;
const meet = (a: Counted, b: Counted): boolean =>
  a.countedStart < (b.countedEnd ?? Infinity) && b.countedStart < (a.countedEnd ?? Infinity);
