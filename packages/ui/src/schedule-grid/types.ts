/** One pay rate with the dates it holds for, both ends inclusive; `to: null` = until further notice. */
export interface GridRate {
  from: string;
  to: string | null;
  hourlyMinor: number;
}

export interface GridEmployee {
  id: string;
  name: string;
  positionNames: readonly string[];
  /** Positions held in the days shown; a shift of whoever holds only one is for that. */
  positionIds?: readonly string[];
  contractedMinutesPerWeek: number | null;
  /** Used only to guess the cost of a change until the server has answered. */
  rates?: readonly GridRate[];
  status: string;
}

export interface GridPosition {
  id: string;
  name: string;
  color: string;
}

/** `changed` = published with edits not yet published; `deleted` = published, removal not yet published. */
export type ShiftState = 'draft' | 'published' | 'changed' | 'deleted';
export type SavingState = 'saving' | 'saved' | 'failed';

/** What employees see of a shift whose newer copy is not published yet. */
export interface PublishedCopy {
  /** `null` = they see an open shift; empty = somebody whose name is not known here. */
  employeeName: string | null;
  /** Whether that is somebody else than in the plan; left out: as if it were. */
  otherPerson?: boolean;
  date: string;
  startMinutes: number;
  endMinutes: number;
  positionName: string | null;
}

/** Something a rule has to say about a shift, in words for people: "only 9 hours rest". */
export interface GridFinding {
  severity: 'block' | 'warn' | 'info';
  text: string;
}

/** Somebody else who has the same schedule open. */
export interface GridPeer {
  id: string;
  name: string;
  initials: string;
  /** Any CSS colour, of their outline. */
  color: string;
  /** Where they are; `null` = nowhere in this grid. */
  cell: CellRef | null;
  /** Ids of the shifts they are dragging now. */
  dragging: readonly string[];
}

/** What others are told about this tab. */
export interface GridPresence {
  cell: CellRef | null;
  dragging: readonly string[];
}

/** What was planned for; `null` = no figure. */
export interface GridBudgetFigures {
  costMinor: number | null;
  minutes: number | null;
  /** Expected sales, against which the cost is also shown as a share. */
  revenueMinor: number | null;
}

export interface GridBudget {
  byDay: ReadonlyMap<string, GridBudgetFigures>;
  period: GridBudgetFigures | null;
}

export interface DayRange {
  startDate: string;
  endDate: string;
}

/** A break of a stored shift: at an instant (ISO), or `null` = anywhere in it. */
export interface ShiftPause {
  minutes: number;
  paid: boolean;
  startsAt: string | null;
}

export interface GridShift {
  id: string;
  /** `null` = open shift, nobody assigned. */
  employeeId: string | null;
  /** Business day in the location's zone, `YYYY-MM-DD`. */
  date: string;
  /** Wall minutes after midnight of `date`. */
  startMinutes: number;
  /** Wall minutes after midnight of `date`; past 1440 when the shift ends on the next day. */
  endMinutes: number;
  /** ISO instants; absent while the grid shows a change the server has not answered. */
  startsAt?: string;
  endsAt?: string;
  /** Elapsed minutes less unpaid breaks. */
  paidMinutes: number;
  /** Integer minor units of the grid's currency; `null` = not known. */
  costMinor: number | null;
  positionId: string | null;
  positionName: string | null;
  /** Needed for rows by location only. */
  locationId?: string;
  departmentId?: string;
  color: string | null;
  state: ShiftState;
  version: number;
  notes: string | null;
  /** As the page knows them; a copy takes them along. */
  breaks?: readonly ShiftPause[];
  saving?: SavingState;
  /** Who changed it last and when (ISO), told to the user when an undo is refused. */
  changedBy?: string | null;
  changedAt?: string | null;
  /** Only of a shift that is published and changed since. */
  published?: PublishedCopy | null;
  abilities: { update: boolean; delete: boolean };
}

export type Verdict = { verdict: 'ok' } | { verdict: 'warn' | 'block'; reason: string };

/**
 * Answers for every employee and day at once, from memory: may this of the shifts picked up lie there?
 * `employeeId: null` = the open-shifts row; a `null` answer = not known, then the grid's own check holds.
 */
export type FeasibilityAnswer = (employeeId: string | null, date: string, shiftId: string) => Verdict | null;

export interface CellRef {
  employeeId: string | null;
  date: string;
  /** Position or location of the section the row is in; absent when the rows are people alone. */
  sectionId?: string;
}

export type RowsBy = 'employee' | 'position' | 'location';
export type GridRange = 'day' | 'week' | 'twoWeeks' | 'month';
export type GridDensity = 'comfortable' | 'compact';

/** A position or a location with those who belong to it. */
export interface GridSection {
  id: string;
  name: string;
  color?: string | null;
  employeeIds: readonly string[];
  /** Nothing is made here nor moved here: a location that somebody else plans. */
  locked?: boolean;
  /** Of a location: its own closed days, where they are not the grid's. */
  closedDays?: ReadonlyMap<string, string | null>;
}

/** A week beside the one shown, as it would be handed in. */
export interface WeekAhead {
  days: readonly string[];
  shifts: readonly GridShift[];
  closedDays?: ReadonlyMap<string, string | null>;
}

/** One day as it is lived: 23 or 25 hours on the nights the clocks change. */
export interface DayAxis {
  /** Instant of the day's first moment, ISO. */
  startsAt: string;
  /** Elapsed minutes from then to the next midnight. */
  minutes: number;
  /** Every full hour: elapsed minutes from the start of the day, and the wall minutes the clock shows. */
  ticks: readonly { at: number; wall: number }[];
}

export interface ShiftTimes {
  startMinutes: number;
  endMinutes: number;
  positionId?: string | null;
}
