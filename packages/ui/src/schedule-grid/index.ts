export { ScheduleGrid } from './schedule-grid.tsx';
export type * from './types.ts';
export type * from './props.ts';
