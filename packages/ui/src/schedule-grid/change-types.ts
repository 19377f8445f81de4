import type { GridShift } from './types.ts';

/** A break of a new shift: minutes after its start, `null` = anywhere in it. */
export interface NewPause {
  minutes: number;
  paid: boolean;
  afterStart: number | null;
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
      breaks?: readonly NewPause[];
      /** Of what it is a copy of; left out: the page finds one. */
      departmentId?: string;
      /** Only in another location's section. */
      locationId?: string;
    }
  | {
      kind: 'move';
      shiftId: string;
      version: number;
      employeeId: string | null;
      date: string;
      /** Wall minutes of `date`: the same as before unless the day view or an undo moves them. */
      startMinutes: number;
      endMinutes: number;
      /** Only when it goes to another position's section. */
      positionId?: string | null;
      /** Only when it goes to another location's section; `departmentId` is where it was, on the way back. */
      locationId?: string;
      departmentId?: string;
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
  /** What is left out stays as it is. */
  | {
      kind: 'edit';
      shiftId: string;
      version: number;
      positionId?: string | null;
      notes?: string | null;
    }
  /** Facts only the page knows, as it sends them: back with `from` and `to` changed over. */
  | {
      kind: 'rewrite';
      shiftId: string;
      version: number;
      to: Readonly<Record<string, unknown>>;
      from: Readonly<Record<string, unknown>>;
    }
  /** Takes a removal back: un-deletes a published shift, or makes a removed draft again from `shift`. */
  | { kind: 'restore'; shift: GridShift };

/** Everything one gesture does: one undo entry, one idempotency key. */
export interface GridCommand {
  id: string;
  changes: readonly GridChange[];
}

export type ChangeOutcome =
  /** The shift as it now stands; `null` once it is gone. `removed`: what is gone, for a redo where the grid never showed it. */
  | { ok: true; shift: GridShift | null; removed?: GridShift }
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
