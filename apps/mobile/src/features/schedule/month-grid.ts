const DAY_MS = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A month as `YYYY-MM`, so many months on. */
export function monthFrom(month: string, steps: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7);
}

/**
 * The weeks of a month as calendar dates (`YYYY-MM-DD`), null where a week reaches into another month.
 * @param weekStart 1 is Monday, 7 Sunday
 */
export function monthGrid(month: string, weekStart: number): (string | null)[][] {
  const first = at(`${month}-01`);
  const end = at(`${monthFrom(month, 1)}-01`);
  const before = (new Date(first).getUTCDay() - (weekStart % 7) + 7) % 7;
  const weeks: (string | null)[][] = [];
  for (let start = first - before * DAY_MS; start < end; start += 7 * DAY_MS) {
    weeks.push(
      Array.from({ length: 7 }, (_, day) => {
        const moment = start + day * DAY_MS;
        return moment >= first && moment < end ? dateOf(moment) : null;
      }),
    );
  }
  return weeks;
}
