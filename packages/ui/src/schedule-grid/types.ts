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
  color: string | null;
  state: ShiftState;
  version: number;
  notes: string | null;
  saving?: SavingState;
  /** Who changed it last and when (ISO), told to the user when an undo is refused. */
  changedBy?: string | null;
  changedAt?: string | null;
  abilities: { update: boolean; delete: boolean };
}

/** One change to one shift. `version` is the version the user saw; a server that has another answers with a conflict. */
export type GridChange =
  | {
      kind: 'create';
      /** The id it is shown under from the start. The server keeps it, or answers with its own. */
      tempId: string;
      employeeId: string | null;
      date: string;
      startMinutes: number;
      endMinutes: number;
      positionId?: string | null;
      notes?: string | null;
    }
  | {
      kind: 'move';
      shiftId: string;
      version: number;
      employeeId: string | null;
      date: string;
      /** Wall minutes of `date`: the same as before unless an undo sets them back. */
      startMinutes: number;
      endMinutes: number;
    }
  | { kind: 'copy'; shiftId: string; tempId: string; employeeId: string | null; date: string }
  | {
      kind: 'resize';
      shiftId: string;
      version: number;
      /** The shift's day, which stays. */
      date: string;
      startMinutes: number;
      endMinutes: number;
    }
  | { kind: 'remove'; shiftId: string; version: number }
  | { kind: 'assign'; shiftId: string; version: number; employeeId: string | null }
  /** Takes a removal back: un-deletes a published shift, or makes a removed draft again from `shift`. */
  | { kind: 'restore'; shift: GridShift };

/** Everything one gesture does: one undo entry, one idempotency key. */
export interface GridCommand {
  id: string;
  changes: readonly GridChange[];
}

export type ChangeOutcome =
  /** The shift as it now stands; `null` once it is gone. */
  | { ok: true; shift: GridShift | null }
  | {
      ok: false;
      code: string;
      message: string;
      changedBy?: string | null;
      changedAt?: string | null;
      /** The same may work later, such as offline: an undo that failed so stays in the log. */
      retry?: boolean;
    };

/** One outcome per change, in the command's order. */
export interface CommandResult {
  outcomes: readonly ChangeOutcome[];
}

export type Verdict = { verdict: 'ok' } | { verdict: 'warn' | 'block'; reason: string };

/** Answers for every employee and day at once, from memory. `employeeId: null` = the open-shifts row. */
export type FeasibilityAnswer = (employeeId: string | null, date: string) => Verdict;

export interface CellRef {
  employeeId: string | null;
  date: string;
}

export interface ShiftTimes {
  startMinutes: number;
  endMinutes: number;
  positionId?: string | null;
}

/** Something the page shows as a toast. `undo` is there when the gesture can be taken back. */
export interface GridNotice {
  tone: 'done' | 'warning' | 'failed';
  text: string;
  undo?: () => void;
}

export interface GridHistory {
  canUndo: boolean;
  canRedo: boolean;
}

/** What the page may ask of a mounted grid, through its `ref`. */
export interface ScheduleGridHandle {
  /** Runs changes the page's own dialogs made, with the grid's optimistic cells and undo. `label` names them: "Added Ida, Monday 9 to 17". */
  run(changes: readonly GridChange[], label: string): Promise<CommandResult>;
  undo(): void;
  redo(): void;
  focus(): void;
}

export interface ScheduleGridProps {
  /** IANA zone of the location. */
  zone: string;
  locale: string;
  /** ISO 4217. */
  currency: string;
  hour12?: boolean;
  /** First day of the week, 1 = Monday … 7 = Sunday. */
  weekStart: number;
  /** The dates shown, in order, `YYYY-MM-DD`; seven in the week view. */
  days: readonly string[];
  employees: readonly GridEmployee[];
  shifts: readonly GridShift[];
  positions: readonly GridPosition[];
  /** ISO instant; decides which column is today. */
  now: string;
  /** Name of the grid, such as "Schedule, week 48, Main Street". */
  label: string;
  canEdit: boolean;
  /** Rows are kept whose name or position contains this. */
  filterText?: string;
  /** Times of the shift made last, offered by double click and by dragging over empty cells. */
  lastUsed?: ShiftTimes | null;
  /** Sends the command; settles with one outcome per change and never rejects for a refusal. */
  onCommand: (command: GridCommand) => Promise<CommandResult>;
  onOpenShift: (shift: GridShift) => void;
  onCreateAt: (cell: CellRef) => void;
  /** -1 / 1 = one week back or forward, 0 = to this week. */
  onWeekChange: (delta: -1 | 0 | 1) => void;
  /** Asked once per pick-up; until it answers the grid's own overlap check holds. */
  feasibility?: (shiftIds: readonly string[]) => Promise<FeasibilityAnswer>;
  onNotice?: (notice: GridNotice) => void;
  onHistory?: (history: GridHistory) => void;
  /** `/` was pressed: the page moves focus to its filter field. */
  onFilterRequest?: () => void;
}
