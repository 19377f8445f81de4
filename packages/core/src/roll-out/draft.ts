import type { AppError } from '@vaktplan/contracts/errors';
import type {
  ClockNote,
  IneligiblePeople,
  OnClosedDays,
  RollOutPeople,
} from '@vaktplan/contracts/http/roll-out';
import type { PlannedShift } from '../shifts/plan-shift.ts';
import type { WallShift } from './wall-shift.rules.ts';

/** A shift to be made, by the clock on the wall of its location. */
export type Draft = {
  sourceId: string;
  departmentId: string;
  positionId: string | null;
  employeeId: string | null;
  notes: string | null;
  wall: WallShift;
};

export type RollOutOptions = {
  locationId: string;
  startDate: string;
  endDate: string;
  people: RollOutPeople;
  ineligible: IneligiblePeople;
  onClosedDays: OnClosedDays;
  /** Why warnings are planned over. */
  reason: string | undefined;
  dryRun: boolean;
};

/** What one draft came to. `planned` null: nothing is made, for `reason`; with a reason beside it: made open. */
export type Rolled = {
  draft: Draft;
  times: { startsAt: string; endsAt: string; zone: string };
  clock: readonly ClockNote[];
  planned: PlannedShift | null;
  reason: AppError | null;
  shiftId: string | null;
};
