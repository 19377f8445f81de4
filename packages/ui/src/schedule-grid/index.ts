export { ScheduleGrid } from './schedule-grid.tsx';
export type * from './types.ts';
