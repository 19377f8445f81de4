import {
  createLoader,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';

export const RANGES = ['day', 'week', 'twoWeeks', 'month'] as const;
export const ROWS = ['employee', 'position', 'location'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;

/** Everything that decides what the schedule shows, as it stands in the URL: a link shows the same. */
export const viewParams = {
  location: parseAsString,
  /** Any day of the period shown; left out: today's. */
  week: parseAsString,
  range: parseAsStringLiteral(RANGES).withDefault('week'),
  rows: parseAsStringLiteral(ROWS).withDefault('employee'),
  departments: parseAsArrayOf(parseAsString).withDefault([]),
  positions: parseAsArrayOf(parseAsString).withDefault([]),
  q: parseAsString.withDefault(''),
  density: parseAsStringLiteral(DENSITIES).withDefault('comfortable'),
  /** Only shifts the rules have something to say about. */
  findings: parseAsBoolean.withDefault(false),
};

/** The same on the server, from a page's search parameters. */
export const loadView = createLoader(viewParams);
