import { createContext, useContext } from 'react';
import type { ClosedDays } from './closed-days.ts';
import type { GridFormat } from './grid-format.ts';
import type { SignalStore } from './grid-signals.ts';
import type { GridStore } from './grid-store.ts';
import type { Metrics } from './layout.ts';
import type { DayAxis, GridRange } from './types.ts';

/** What every cell may read; the object stays the same while the user works. */
export interface GridEnvironment {
  store: GridStore;
  signals: SignalStore;
  format: GridFormat;
  today: string;
  metrics: Metrics;
  range: GridRange;
  axis: DayAxis | null;
  canEdit: boolean;
}

export const GridContext = createContext<GridEnvironment | null>(null);

/** Apart from the rest, because each week has its own while everything else stays. */
export const ClosedContext = createContext<ClosedDays>({ on: () => undefined });

export const useClosedDays = (): ClosedDays => useContext(ClosedContext);

export function useGrid(): GridEnvironment {
  const environment = useContext(GridContext);
  if (!environment) throw new Error('a part of the schedule grid was used outside ScheduleGrid');
  return environment;
}
