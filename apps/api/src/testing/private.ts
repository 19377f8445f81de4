/** Minor units an hour, and minutes a week, that nothing else in the world has. */
export const RATE = 73_913;
export const MINUTES = 1_739;
/** What no plain colleague may read, as it stands in an answer; each is said once in the world. */
export const PRIVATE = {
  email: 'private-address@colleague.test',
  phone: '+45 55 44 33 22',
  number: 'number-7391',
  rate: `:${RATE}`,
  minutesPerWeek: `:${MINUTES}`,
  draft: 'only for the planner',
} as const;
