/** Rows of these locations and departments: one of the two must be the row's own. Undefined: the whole organisation. */
export type PlaceScope = { locationIds: string[]; departmentIds: string[] } | undefined;
