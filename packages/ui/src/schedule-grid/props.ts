import type { ReactNode } from 'react';
import type { CommandResult, GridChange, GridCommand } from './change-types.ts';
import type { GridSay } from './grid-words.ts';
import type {
  CellRef,
  DayAxis,
  DayRange,
  FeasibilityAnswer,
  GridBudget,
  GridDensity,
  GridEmployee,
  GridFinding,
  GridPeer,
  GridPosition,
  GridPresence,
  GridRange,
  GridSection,
  GridShift,
  RowsBy,
  ShiftTimes,
  WeekAhead,
} from './types.ts';

/** Something the page shows as a toast. `undo` is there when the gesture can be taken back. */
export interface GridNotice {
  tone: 'done' | 'warning' | 'failed';
  text: string;
  undo?: () => void;
  /** Of several changes some were refused, and the grid can go there: `showRefused`. */
  refused?: boolean;
}

export interface GridHistory {
  canUndo: boolean;
  canRedo: boolean;
}

/** What the page may ask of a mounted grid, through its `ref`. */
export interface ScheduleGridHandle {
  /** Runs changes the page's own dialogs made, with the grid's optimistic cells and undo. `label` names them: "Added Ida, Monday 9 to 17". */
  run(changes: readonly GridChange[], label: string): Promise<CommandResult>;
  /** Something the page did by itself, with what takes it back: told like a change of the grid, one undo for all. */
  record(inverse: readonly GridChange[], label: string): void;
  undo(): void;
  redo(): void;
  focus(): void;
  /** Goes to the first shift that the last change of several left as it was. */
  showRefused(): void;
  /**
   * Shows the week of these days at once, if it lies ready among `ahead`; the page gives it as `days` and `shifts` soon
   * after. False: nothing has changed, the page's own render shows it.
   */
  turnTo(days: readonly string[]): boolean;
}

export interface ScheduleGridProps {
  /** What it says, in the language of the page; the same function at each render. */
  words: GridSay;
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
  /** What is shown of the calendar; a month's shifts are not dragged. */
  range?: GridRange;
  /** Of the day view: its hours. Without it a day is drawn as one column. */
  axis?: DayAxis | null;
  density?: GridDensity;
  rowsBy?: RowsBy;
  /** Sections of the rows, unless these are people alone. */
  sections?: readonly GridSection[];
  /** The location whose plan it is: where new shifts are unless their section says otherwise. */
  locationId?: string;
  /** Shifts that are shown and counted; others still stand in the way of a drop. */
  shows?: (shift: GridShift) => boolean;
  /** Leaves out people without a shift to show. */
  hideEmptyRows?: boolean;
  /** Shown below the rows when the filters leave nobody. */
  whenEmpty?: ReactNode;
  /** Shown in place of people and shifts that cannot be had; on a phone the days to pick from stay above it. */
  instead?: ReactNode;
  employees: readonly GridEmployee[];
  shifts: readonly GridShift[];
  positions: readonly GridPosition[];
  /** Dates on which the location is closed, with the reason where there is one. */
  closedDays?: ReadonlyMap<string, string | null>;
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
  /**
   * Asked once per pick-up; until it answers the grid's own overlap check holds. `early`: to be told what is known before
   * the answer is there.
   */
  feasibility?: (
    shiftIds: readonly string[],
    range: DayRange,
    early: (answer: FeasibilityAnswer) => void,
  ) => Promise<FeasibilityAnswer>;
  /** By shift id: what the rules find, marked with "!" on the chip. */
  findings?: ReadonlyMap<string, readonly GridFinding[]>;
  /** Who else is here, without this tab. */
  presence?: readonly GridPeer[];
  /** Told where this tab is and what it drags, at most five times a second. */
  onPresence?: (presence: GridPresence) => void;
  /** Shifts somebody else has just changed: a new set flashes them once. */
  flash?: ReadonlySet<string>;
  budget?: GridBudget | null;
  /** Weeks that may be turned to next: drawn while the page rests, so that turning to one shows it at once. */
  ahead?: readonly WeekAhead[];
  /** Publishes just these; left out: the grid does not offer it. */
  onPublishShifts?: (shiftIds: readonly string[]) => void;
  onNotice?: (notice: GridNotice) => void;
  onHistory?: (history: GridHistory) => void;
  /** `/` was pressed: the page moves focus to its filter field. */
  onFilterRequest?: () => void;
  /** Keys of the page around the grid, for the sheet that `?` shows. */
  moreKeys?: readonly (readonly [key: string, meaning: string])[];
}
