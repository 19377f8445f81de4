import { renamedCarry } from './carried.ts';
import { daysBetween } from './days.ts';
import { rectangle, rowThenAll, toggleShift } from './selection.ts';
import { keyOfCell, parseCellKey } from './shift-index.ts';
import type { CellRef, FeasibilityAnswer } from './types.ts';
import { cellAtStop, cellIn, type GridWorld, keyOfRow, rowOfPerson } from './world.ts';

export interface Carry {
  how: 'move' | 'copy';
  /** The shift picked up first; the others keep their distance to it. */
  leadId: string;
  shiftIds: readonly string[];
  /** Shown by the grid for arrow keys and click-move-click; a drag shows its own. */
  by: 'keys' | 'drag';
  from: CellRef;
  to: CellRef;
  /** Minutes it starts later; only the day view moves shifts within a day. */
  later?: number;
  /** The server's verdicts, once they are there. */
  answer: FeasibilityAnswer | null;
}

export interface Entry {
  cell: CellRef;
  /** Dates the new shift is made on; more than one after dragging over empty cells. */
  dates: readonly string[];
  text: string;
}

export interface MenuRequest {
  kind: 'chip' | 'cell' | 'assign' | 'position' | 'note' | 'refused';
  cell: CellRef;
  shiftId: string | null;
  x: number;
  y: number;
}

/** Times a shift would get, shown on its chip while it is being made longer or shorter. */
export interface TimesPreview {
  shiftId: string;
  startMinutes: number;
  endMinutes: number;
}

export interface GridState {
  active: CellRef;
  /** Position of the chip that has focus within the active cell; `null` = the cell itself. */
  chip: number | null;
  anchor: CellRef | null;
  /** Keys of the selected cells. */
  selected: ReadonlySet<string>;
  /** Shifts in selected cells that are not part of the selection. */
  except: ReadonlySet<string>;
  /** Why the server did not change these: kept selected after a change of several. */
  refused: ReadonlyMap<string, string>;
  carry: Carry | null;
  entry: Entry | null;
  menu: MenuRequest | null;
  preview: TimesPreview | null;
  helpOpen: boolean;
}

export type GridEvent =
  | { type: 'step'; rows: number; days: number; extend?: boolean }
  | { type: 'edge'; rows?: 'first' | 'last'; days: 'first' | 'last'; extend?: boolean }
  | { type: 'goto'; cell: CellRef; chip?: number | null; keep?: 'selection' }
  | { type: 'extend'; cell: CellRef }
  | { type: 'chip'; chip: number | null }
  | { type: 'toggle'; cell: CellRef }
  /** One shift of a cell in or out of the selection; `others` are those it shares the cell with. */
  | { type: 'toggleShift'; cell: CellRef; shiftId: string; others: readonly string[] }
  /** Only these are selected from now on, with reasons where they were not changed. */
  | {
      type: 'reselect';
      cells: ReadonlySet<string>;
      except: ReadonlySet<string>;
      reasons: ReadonlyMap<string, string>;
    }
  | { type: 'selectAll' }
  | { type: 'deselect' }
  | ({ type: 'pickUp' } & Pick<Carry, 'how' | 'by' | 'leadId' | 'shiftIds' | 'from'>)
  | { type: 'answered'; shiftIds: readonly string[]; answer: FeasibilityAnswer }
  | { type: 'carryTo'; cell: CellRef }
  | { type: 'carryLater'; minutes: number }
  | { type: 'putDown'; at: 'origin' | 'target' }
  | { type: 'openEntry'; entry: Entry }
  | { type: 'closeEntry' }
  | { type: 'openMenu'; menu: MenuRequest }
  | { type: 'closeMenu' }
  | { type: 'preview'; preview: TimesPreview | null }
  | { type: 'help'; open: boolean }
  /** Of what is carried: what is not there any more, and what has another id since its answer came. */
  | {
      type: 'worldChanged';
      previousDays: readonly string[];
      gone: ReadonlySet<string>;
      renamed?: ReadonlyMap<string, string>;
    };

const NONE: ReadonlySet<string> = new Set();
const NO_REASONS: ReadonlyMap<string, string> = new Map();
const UNSELECTED = { anchor: null, selected: NONE, except: NONE, refused: NO_REASONS } as const;

export const initialGridState = (world: GridWorld, today: string): GridState => ({
  active: cellIn(world, firstPerson(world), world.days.includes(today) ? today : world.days[0]!),
  chip: null,
  ...UNSELECTED,
  carry: null,
  entry: null,
  menu: null,
  preview: null,
  helpOpen: false,
});

const firstPerson = (world: GridWorld): number =>
  world.rows.find((row) => row.employeeId !== null)
    ? world.rows.findIndex((row) => row.employeeId !== null)
    : (world.stops[0] ?? 0);

export const sameCell = (a: CellRef, b: CellRef): boolean =>
  a.employeeId === b.employeeId && a.date === b.date && a.sectionId === b.sectionId;

/** Next state of focus, selection, move mode and boxes; pure, so that every key can be tested without a page. */
export function reduceGrid(state: GridState, event: GridEvent, world: GridWorld): GridState {
  switch (event.type) {
    case 'step':
      return walk(state, shifted(state.carry?.to ?? state.active, event, world), event.extend, world);
    case 'edge': {
      const here = state.carry?.to ?? state.active;
      const edgeStop = event.rows === 'first' ? 0 : world.stops.length - 1;
      const stop = event.rows ? edgeStop : (world.stopIndex.get(keyOfRow(here)) ?? 0);
      const date = event.days === 'first' ? world.days[0]! : world.days.at(-1)!;
      return walk(state, cellAtStop(world, stop, date), event.extend, world);
    }
    case 'goto':
      return { ...state, ...(event.keep ? {} : UNSELECTED), active: event.cell, chip: event.chip ?? null };
    case 'extend':
      return walk(state, event.cell, true, world);
    case 'chip':
      return { ...state, chip: event.chip };
    case 'toggle': {
      const selected = new Set(state.selected);
      const key = keyOfCell(event.cell);
      if (!selected.delete(key)) selected.add(key);
      return { ...state, active: event.cell, chip: null, anchor: event.cell, selected };
    }
    case 'toggleShift':
      return { ...state, ...toggleShift(state, event) };
    case 'reselect':
      return { ...state, selected: event.cells, except: event.except, refused: event.reasons, anchor: null };
    case 'selectAll':
      return { ...state, selected: rowThenAll(state, world) };
    case 'deselect':
      return { ...state, ...UNSELECTED };
    case 'pickUp': {
      const { how, by, leadId, shiftIds, from } = event;
      const carry: Carry = { how, by, leadId, shiftIds, from, to: from, answer: null };
      return { ...state, chip: null, menu: null, carry };
    }
    case 'answered':
      if (state.carry?.shiftIds !== event.shiftIds) return state;
      return { ...state, carry: { ...state.carry, answer: event.answer } };
    case 'carryTo':
      return state.carry ? walk(state, event.cell, false, world) : state;
    case 'carryLater':
      return state.carry ? { ...state, carry: { ...state.carry, later: event.minutes } } : state;
    case 'putDown': {
      if (!state.carry) return state;
      const active = event.at === 'origin' ? state.carry.from : state.carry.to;
      return { ...state, carry: null, active, chip: null };
    }
    case 'openEntry':
      return { ...state, entry: event.entry, active: event.entry.cell, chip: null, menu: null };
    case 'closeEntry':
      return { ...state, entry: null };
    case 'openMenu':
      return { ...state, menu: event.menu };
    case 'closeMenu':
      return { ...state, menu: null };
    case 'preview':
      return { ...state, preview: event.preview };
    case 'help':
      return { ...state, helpOpen: event.open };
    case 'worldChanged':
      return settle(
        { ...state, carry: renamedCarry(state.carry, event.renamed) },
        event.previousDays,
        event.gone,
        world,
      );
  }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

function shifted(cell: CellRef, by: { rows: number; days: number }, world: GridWorld): CellRef {
  const stop = world.stopIndex.get(keyOfRow(cell)) ?? 0;
  const day = clamp(world.days.indexOf(cell.date) + by.days, world.days.length - 1);
  return cellAtStop(world, stop + by.rows, world.days[day]!);
}

function walk(state: GridState, cell: CellRef, extend: boolean | undefined, world: GridWorld): GridState {
  if (state.carry) return { ...state, active: cell, carry: { ...state.carry, to: cell } };
  if (!extend) return { ...state, active: cell, chip: null, anchor: null };
  const anchor = state.anchor ?? state.active;
  return {
    ...state,
    active: cell,
    chip: null,
    ...UNSELECTED,
    anchor,
    selected: rectangle(anchor, cell, world),
  };
}

/** After a refetch, a filter or another week: same column, a row that is still there, nothing that vanished. */
function settle(
  state: GridState,
  previousDays: readonly string[],
  gone: ReadonlySet<string>,
  world: GridWorld,
): GridState {
  const sameDays = previousDays[0] === world.days[0] && previousDays.length === world.days.length;
  const column = Math.max(0, previousDays.indexOf(state.active.date));
  const date = sameDays ? state.active.date : world.days[Math.min(column, world.days.length - 1)]!;
  const { employeeId } = state.active;
  const row = world.rowIndex.get(keyOfRow(state.active)) ?? rowOfPerson(world, employeeId);
  const active = cellIn(world, row, date);
  // a drag goes on while the pointer is down: a refresh that was read too early may bring the shift back
  const vanished = state.carry?.by === 'keys' && state.carry.shiftIds.some((id) => gone.has(id));
  const lost = state.carry && (!sameDays || vanished);
  const kept = [...state.selected].filter((key) => stillThere(key, world));
  const moved = !sameCell(active, state.active);
  return {
    ...state,
    active: moved ? active : state.active,
    chip: moved ? null : state.chip,
    carry: lost ? null : state.carry,
    anchor: moved ? null : state.anchor,
    selected: kept.length === state.selected.size ? state.selected : new Set(kept),
    entry: sameDays ? state.entry : null,
    menu: sameDays ? state.menu : null,
  };
}

function stillThere(key: string, world: GridWorld): boolean {
  const cell = parseCellKey(key);
  const day = daysBetween(world.days[0]!, cell.date);
  return world.rowIndex.has(keyOfRow(cell)) && day >= 0 && day < world.days.length;
}
