import type { Signal } from '@vaktplan/contracts/socket';

/** More than any gesture makes; what is older has long been heard. */
const MOST = 10_000;

const known = new Map<string, number>();

/** The shift is on this page as the API answered our own change: nobody need ask again for that version. */
export function noteOwn(shift: { id: string; version: number }): void {
  known.delete(shift.id);
  known.set(shift.id, shift.version);
  if (known.size > MOST) known.delete(known.keys().next().value ?? '');
}

/** Does a signal only say what our own change was answered with? */
export const isOwnEcho = ({ id, version }: Pick<Signal<'shift:updated'>, 'id' | 'version'>): boolean =>
  version <= (known.get(id) ?? 0);
