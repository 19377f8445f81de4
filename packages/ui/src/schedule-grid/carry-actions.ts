import { labelDrop, sayPickedUp, sayVerdict } from './announce.ts';
import { cellOf, type GridHost, lockedSections, nameOf, newId, ownerOf } from './grid-host.ts';
import type { Carry, GridEvent } from './grid-state.ts';
import { type PlannedDrop, planDrop } from './plan-drop.ts';
import { keyOfCell } from './shift-index.ts';
import type { GridChange } from './change-types.ts';
import type { CellRef, FeasibilityAnswer, GridShift } from './types.ts';

/** Picks shifts up and asks once where they may go. The lead is the one the user took hold of. */
export function pickUp(
  host: GridHost,
  how: Carry['how'],
  lead: GridShift,
  shifts: readonly GridShift[],
  by: Carry['by'] = 'keys',
): void {
  const shiftIds = shifts.map((shift) => shift.id);
  host.store.send({ type: 'pickUp', how, by, leadId: lead.id, shiftIds, from: cellOf(host, lead) });
  host.announcer.say(sayPickedUp(host.format(), how, ownerOf(host, lead), lead, shifts.length));
  const take = (answer: FeasibilityAnswer) => {
    const before = targetVerdict(host);
    host.store.send({ type: 'answered', shiftIds, answer });
    // what was called possible may not be: then it is said again
    const { carry } = host.store.get();
    if (carry && before && targetVerdict(host) !== before) sayTarget(host, carry);
  };
  const { days } = host.store.world();
  host
    .props()
    .feasibility?.(shiftIds, { startDate: days[0]!, endDate: days.at(-1)! }, take)
    .then(take)
    // without an answer the grid's own overlap check stands, and the server checks again at the drop
    .catch(() => undefined);
}

/** What dropping on the cell would do. */
export const plannedAt = (host: GridHost, carry: Carry, cell: CellRef): PlannedDrop =>
  planDrop(carry, cell, {
    world: host.store.world(),
    index: host.index(),
    format: host.format(),
    rowsBy: host.props().rowsBy ?? 'employee',
    locked: lockedSections(host),
    newId,
  });

/** The verdict on the cell a key has carried to, as one comparable word. */
function targetVerdict(host: GridHost): string | null {
  const { carry } = host.store.get();
  if (carry?.by !== 'keys') return null;
  const { verdict } = plannedAt(host, carry, carry.to);
  return verdict.verdict === 'ok' ? 'ok' : verdict.reason;
}

export function sayTarget(host: GridHost, carry: Carry): void {
  const { employeeId, date } = carry.to;
  const { verdict } = plannedAt(host, carry, carry.to);
  const lead = host.index().byId.get(carry.leadId);
  const { later = 0 } = carry;
  const name = nameOf(host, employeeId);
  const times = lead && host.format().spokenRange(lead.startMinutes + later, lead.endMinutes + later);
  const who = later === 0 || !times ? name : `${name} ${times}`;
  host.announcer.say(sayVerdict(host.format(), who, date, verdict));
}

/** Drops on the cell when it may; a drop that is not possible says why and, unless dragged, keeps carrying. */
export function drop(host: GridHost, carry: Carry, cell: CellRef): void {
  if (!host.index().byId.has(carry.leadId)) {
    host.store.send({ type: 'putDown', at: 'origin' });
    const text = host.format().say('gone');
    host.announcer.say(text);
    host.props().onNotice?.({ tone: 'warning', text });
    return;
  }
  const { changes, verdict } = plannedAt(host, carry, cell);
  const name = nameOf(host, cell.employeeId);
  if (verdict.verdict === 'block') {
    const text = sayVerdict(host.format(), name, cell.date, verdict);
    host.announcer.say(text);
    if (carry.by === 'keys') return;
    host.store.send({ type: 'putDown', at: 'origin' });
    host.props().onNotice?.({ tone: 'warning', text });
    return;
  }
  host.store.send({ type: 'carryTo', cell });
  host.store.send({ type: 'putDown', at: 'target' });
  if (changes.length === 0) return host.announcer.say(host.format().say('unchanged'));
  if (changes.length > 1) host.store.send(selectMoved(host, changes));
  void host.runner.run(changes, labelDrop(host.format(), carry.how, name, cell.date, changes.length));
}

/** The selection goes with what was moved. */
function selectMoved(host: GridHost, changes: readonly GridChange[]): GridEvent {
  const index = host.index();
  const cells = new Set<string>();
  for (const change of changes) {
    if (change.kind !== 'move') continue;
    const shift = index.byId.get(change.shiftId);
    if (!shift) continue;
    const { employeeId, date, positionId = shift.positionId, locationId } = change;
    const place = locationId === undefined ? {} : { locationId };
    cells.add(keyOfCell(index.cellOf({ ...shift, employeeId, date, positionId, ...place })));
  }
  return { type: 'reselect', cells, except: new Set(), reasons: new Map() };
}

export function cancelCarry(host: GridHost): void {
  host.store.send({ type: 'putDown', at: 'origin' });
  host.announcer.say(host.format().say('cancelled'));
}
