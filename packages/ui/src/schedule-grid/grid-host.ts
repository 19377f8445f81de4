import type { Announcer } from './announcer.ts';
import type { CommandRunner } from './command-runner.ts';
import type { GridFormat } from './grid-format.ts';
import type { GridStore } from './grid-store.ts';
import type { Metrics } from './layout.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { ScheduleGridProps } from './props.ts';
import type { CellRef, GridShift } from './types.ts';

/** What the grid's verbs work on: the state, the latest props, and the ways out. */
export interface GridHost {
  store: GridStore;
  announcer: Announcer;
  runner: CommandRunner;
  props(): ScheduleGridProps;
  format(): GridFormat;
  index(): ShiftIndex;
  metrics(): Metrics;
}

/** Sections in which nothing is made and into which nothing moves. */
export const lockedSections = (host: GridHost): ReadonlySet<string> =>
  new Set((host.props().sections ?? []).flatMap(({ id, locked }) => (locked ? [id] : [])));

/** Who the row belongs to, as spoken. */
export function nameOf(host: GridHost, employeeId: string | null): string {
  const { say } = host.format();
  if (employeeId === null) return say('openShifts');
  return host.props().employees.find((each) => each.id === employeeId)?.name ?? say('unknown');
}

/** Whose shift it is, as spoken before its times. */
export const ownerOf = (host: GridHost, shift: GridShift): string =>
  shift.employeeId === null ? host.format().say('openShift') : nameOf(host, shift.employeeId);

/** A random UUID. `crypto.randomUUID` would need https, which a first try on the local network has not. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The cell a shift is shown in. */
export const cellOf = (host: GridHost, shift: GridShift): CellRef => host.index().cellOf(shift);

/** Shifts a key acts on: those of the selection, else the chip or the only shift of the active cell. */
export function shiftsInHand(host: GridHost): readonly GridShift[] {
  const { active, chip, selected, except } = host.store.get();
  const index = host.index();
  if (selected.size > 0)
    return [...selected].flatMap((key) => index.byCell.get(key) ?? []).filter(({ id }) => !except.has(id));
  const here = index.inCell(active);
  return chip === null ? here : here.slice(chip, chip + 1);
}
