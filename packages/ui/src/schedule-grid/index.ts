export { ScheduleGrid } from './schedule-grid.tsx';
/** For a list that will be shown soon: the grid then finds its index made. */
export { indexShifts } from './shift-index.ts';
export type * from './change-types.ts';
export type * from './types.ts';
export type * from './props.ts';
export type { GridSay } from './grid-words.ts';
